/** A stream of numbers that depends on its seed alone: the same demonstration on every machine. Not for secrets. */
export class Seeded {
  private state: number;

  /** @param seed any text; two texts give unrelated streams */
  constructor(seed: string) {
    this.state = [...seed].reduce((hash, letter) => step(hash ^ (letter.codePointAt(0) ?? 0)), 0x9e3779b9);
  }

  /** The next number, from 0 (included) to 1 (excluded). */
  next(): number {
    this.state = step(this.state);
    return this.state / 2 ** 32;
  }

  /** The next number, from `low` (included) to `high` (excluded). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }
}

/** A UUID of the shape of version 7 that depends on its seed alone; for things of the demonstration that need one. */
export function seededUuid(seed: string): string {
  const stream = new Seeded(seed);
  const digits = Array.from({ length: 32 }, () => Math.floor(stream.next() * 16).toString(16));
  digits[12] = '7';
  digits[16] = '8';
  const word = digits.join('');
  return [word.slice(0, 8), word.slice(8, 12), word.slice(12, 16), word.slice(16, 20), word.slice(20)].join(
    '-',
  );
}

/** One round of mixing, by shifts and a multiplication modulo 2³². */
function step(state: number): number {
  let mixed = (state + 0x6d2b79f5) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1) >>> 0;
  mixed = (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
