import { format } from 'node:util';
import { expect } from 'expect';
import * as fc from 'fast-check';

/**
 * The part of Jest that the specifications use, over mocha, which loads them once for all mutants instead of once for
 * each. A property that has found a counterexample has killed its mutant: a smaller one is not looked for.
 */
fc.configureGlobal({ seed: 2026, endOnFailure: true });

globalThis.beforeEach(function prepare() {
  globalThis.WeakMap.forget();
  // A bundle is no file of the package: by its name, nothing that was judged before would be found again.
  this.currentTest.file = undefined;
});

const describe = withRows(globalThis.describe);
const test = withRows(globalThis.it);
const it = test;

export { describe, expect, it, test };

function withRows(declare) {
  const each = (rows) => (title, body) => {
    rows
      .map((row) => (Array.isArray(row) ? row : [row]))
      .forEach((row, at) => {
        declare(`${format(title.replaceAll('%p', '%j'), ...row)} (${String(at)})`, () => body(...row));
      });
  };
  return Object.assign((title, body) => declare(title, body), { each });
}
