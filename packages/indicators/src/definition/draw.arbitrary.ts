import * as fc from 'fast-check';

/**
 * Draws one value after another from a seed while something is built. (fast-check's own `gen` replays its draws when a
 * value is cloned, not always alike: two parts of one case then tell of different things.)
 */
export class Draw {
  constructor(private state: number) {}

  /** A whole number, both ends included. */
  integer(min: number, max: number): number {
    // mulberry32
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return min + Math.floor(fraction * (max - min + 1));
  }

  flip(): boolean {
    return this.integer(0, 1) === 1;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some of the items in their order, at least so many. */
  some<Item>(items: readonly Item[], atLeast: number): Item[] {
    const wanted = this.integer(Math.min(atLeast, items.length), items.length);
    const chosen = new Set(this.shuffled(items.map((_, at) => at)).slice(0, wanted));
    return items.filter((_, at) => chosen.has(at));
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.integer(0, left.length - 1), 1));
  }
}

/** Random values as a function builds them from draws. */
export function arbitraryFrom<Value>(build: (draw: Draw) => Value): fc.Arbitrary<Value> {
  return fc.noShrink(fc.integer()).map((seed) => build(new Draw(seed)));
}
