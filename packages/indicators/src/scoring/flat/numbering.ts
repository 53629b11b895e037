/** Beyond so many, an id is looked up and no longer searched for. */
const FEW = 16;

/**
 * Ids of many slots by number, from 0 in each. The ids of all lie in one list, one slot's behind the other's: a few of
 * them are compared sooner than a table of their own is found in memory.
 */
export class Numbering {
  private readonly ids: readonly string[];
  private readonly starts: Int32Array;
  private readonly tables: readonly (ReadonlyMap<string, number> | undefined)[];

  constructor(numbers: readonly ReadonlyMap<string, number>[]) {
    this.ids = numbers.flatMap((each) => [...each.keys()]);
    this.starts = new Int32Array(numbers.length + 1);
    for (const [at, { size }] of numbers.entries()) this.starts[at + 1] = (this.starts[at] ?? 0) + size;
    this.tables = numbers.map((each) => (each.size > FEW ? each : undefined));
  }

  /** How many ids a slot has. */
  size(at: number): number {
    return (this.starts[at + 1] ?? 0) - (this.starts[at] ?? 0);
  }

  /** The number of an id in a slot, −1 of an unknown one; soonest found at `expected` or soon behind. */
  find(at: number, id: string, expected: number): number {
    const first = this.starts[at] ?? 0;
    const count = (this.starts[at + 1] ?? 0) - first;
    // Most often it is: then nothing is searched for.
    if (expected < count && this.ids[first + expected] === id) return expected;
    return count > FEW ? (this.tables[at]?.get(id) ?? -1) : this.search(first, count, id, expected + 1);
  }

  /** Goes once through the ids of a slot, beginning at a number. */
  private search(first: number, count: number, id: string, beginning: number): number {
    let number = beginning < count ? beginning : 0;
    for (let left = count; left > 0; left -= 1) {
      if (this.ids[first + number] === id) return number;
      number = number + 1 < count ? number + 1 : 0;
    }
    return -1;
  }
}
