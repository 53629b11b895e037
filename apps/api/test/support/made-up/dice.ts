import { Seeded } from '../../../src/demo/seeded.js';

/** Chances that are the same for the same seed. */
export class Dice {
  readonly #stream: Seeded;

  constructor(seed: number) {
    this.#stream = new Seeded(String(seed));
  }

  /** A whole number from 0, less than `end`. */
  below(end: number): number {
    return Math.floor(this.#stream.between(0, end));
  }

  isHead(): boolean {
    return this.below(2) === 0;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}
