/** What one question adds to its indicator, but for points, in one of the ways it can stand; the size in millionths. */
export interface Entry {
  readonly size: number;
  readonly asked: number;
  readonly applicable: number;
  readonly answered: number;
}

/** The most that a question adds. */
export interface Limit {
  readonly points: number;
  readonly size: number;
}

/**
 * Keeps the five sums of an indicator in one number, each in binary digits of its own, so that one addition does for
 * five. Points and sizes are counted in a unit that they all are multiples of; sums are exact as long as their digits
 * have room in a double, which {@link fits} says of so many questions.
 */
export class Ledger {
  private readonly size: number;
  private readonly asked: number;
  private readonly applicable: number;
  private readonly answered: number;

  constructor(
    readonly unit: number,
    limits: readonly Limit[],
  ) {
    const { points, size, count } = widths(unit, limits);
    this.size = 2 ** points;
    this.asked = this.size * 2 ** size;
    this.applicable = this.asked * 2 ** count;
    this.answered = this.applicable * 2 ** count;
  }

  static fits(unit: number, limits: readonly Limit[]): boolean {
    const { points, size, count } = widths(unit, limits);
    return points + size + 3 * count <= DIGITS;
  }

  /** An entry as the number to be added. */
  write(entry: Entry): number {
    return (
      (entry.size / this.unit) * this.size +
      entry.asked * this.asked +
      entry.applicable * this.applicable +
      entry.answered * this.answered
    );
  }

  /** Adds what was summed up to sums that have room for more. */
  empty(from: Float64Array, length: number, into: Sums): void {
    const { unit, size, asked, applicable, answered } = this;
    const { numerators, denominators } = into;
    // They are powers of two: to multiply by what they divide by is as exact, and sooner done.
    const [perSize, perAsked, perApplicable, perAnswered] = [
      1 / size,
      1 / asked,
      1 / applicable,
      1 / answered,
    ];
    for (let row = 0; row < length; row += 1) {
      let rest = from[row] ?? 0;
      const answers = Math.floor(rest * perAnswered);
      rest -= answers * answered;
      const applies = Math.floor(rest * perApplicable);
      rest -= applies * applicable;
      const asks = Math.floor(rest * perAsked);
      rest -= asks * asked;
      const sizes = Math.floor(rest * perSize);
      numerators[row] = (numerators[row] ?? 0) + (rest - sizes * size) * unit;
      denominators[row] = (denominators[row] ?? 0) + sizes * unit;
      into.asked[row] = (into.asked[row] ?? 0) + asks;
      into.applicable[row] = (into.applicable[row] ?? 0) + applies;
      into.answered[row] = (into.answered[row] ?? 0) + answers;
    }
  }
}

/** Sums of one indicator for every assessment of a block; made once and used again. */
export class Sums {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly asked: Float64Array;
  readonly applicable: Float64Array;
  readonly answered: Float64Array;
  /** What a {@link Ledger} has not emptied yet, and the points of one question. */
  readonly ledger: Float64Array;
  readonly points: Float64Array;

  constructor(readonly capacity: number) {
    const column = (): Float64Array => new Float64Array(capacity);
    this.numerators = column();
    this.denominators = column();
    this.asked = column();
    this.applicable = column();
    this.answered = column();
    this.ledger = column();
    this.points = column();
  }

  clear(length: number): void {
    const { numerators, denominators, asked, applicable, answered } = this;
    for (const each of [numerators, denominators, asked, applicable, answered]) each.fill(0, 0, length);
  }
}

/** The greatest unit that all of them are multiples of; 1 of none. */
export function unitOf(millionths: readonly number[]): number {
  return millionths.reduce(commonDivisor, 0) || 1;
}

/** How many binary digits of a whole number a double keeps. */
const DIGITS = 53;

function widths(unit: number, limits: readonly Limit[]) {
  const total = (of: (limit: Limit) => number): number => limits.reduce((sum, each) => sum + of(each), 0);
  return {
    points: digitsOf(total(({ points }) => points) / unit),
    size: digitsOf(total(({ size }) => size) / unit),
    count: digitsOf(limits.length),
  };
}

function digitsOf(most: number): number {
  return most < 1 ? 0 : Math.floor(Math.log2(most)) + 1;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
