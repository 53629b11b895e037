/**
 * What a module remembers of a version or a question under one mutant would be taken for true under the next, for the same
 * modules judge them all. So whatever they remember by key is forgotten before each test.
 */
globalThis.WeakMap = class Forgetful {
  static #all = [];
  #kept = new Map();

  constructor() {
    Forgetful.#all.push(this);
  }

  static forget() {
    for (const each of Forgetful.#all) each.#kept.clear();
  }

  has(key) {
    return this.#kept.has(key);
  }

  get(key) {
    return this.#kept.get(key);
  }

  set(key, value) {
    this.#kept.set(key, value);
    return this;
  }

  delete(key) {
    return this.#kept.delete(key);
  }
};
