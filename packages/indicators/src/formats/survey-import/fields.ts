import type { Path } from '../../definition/json-pointer.js';
import type { LossList } from '../losses.js';
import { whyLost } from './property-losses.js';

/**
 * The properties of one object of a foreign document. What is read is taken; what nobody took is listed as lost: so
 * nothing is dropped silently. Only own properties, never a getter's idea of them.
 */
export class Fields {
  private readonly left: Map<string, unknown>;

  private constructor(
    object: object,
    readonly path: Path,
    private readonly losses: LossList,
  ) {
    this.left = new Map(Object.entries(object));
  }

  /** The properties of an object; undefined, and listed as lost, for whatever else stands there. */
  static of(value: unknown, path: Path, losses: LossList): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return new Fields(value, path, losses);
    losses.add(path, typeof value, 'An object is expected here.');
    return undefined;
  }

  has(key: string): boolean {
    return this.left.has(key);
  }

  /** Whether this is the one property that nobody took yet. */
  holdsOnly(key: string): boolean {
    return this.left.size === 1 && this.left.has(key);
  }

  /** Looks at a property without taking it. */
  peek(key: string): unknown {
    return this.left.get(key);
  }

  /** The members of a list that stays to be taken. */
  peekList(key: string): readonly unknown[] {
    const value = this.left.get(key);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }

  take(key: string): unknown {
    const value = this.left.get(key);
    this.left.delete(key);
    return value;
  }

  /** Takes a text that is not empty; anything else stays to be listed. */
  takeText(key: string): string | undefined {
    const value = this.left.get(key);
    return typeof value === 'string' && value !== '' ? (this.take(key) as string) : undefined;
  }

  takeFlag(key: string): boolean | undefined {
    return typeof this.left.get(key) === 'boolean' ? (this.take(key) as boolean) : undefined;
  }

  /** Takes a finite number, also one that is written as a text. */
  takeNumber(key: string): number | undefined {
    const number = numberIn(this.left.get(key));
    if (number !== undefined) this.left.delete(key);
    return number;
  }

  /** Takes a whole number within bounds, both included. */
  takeCount(key: string, least: number, most: number): number | undefined {
    const number = numberIn(this.left.get(key));
    const fits = number !== undefined && Number.isInteger(number) && number >= least && number <= most;
    return fits ? this.takeNumber(key) : undefined;
  }

  /** Takes a list with the place of each of its members; nothing when there is none. */
  takeList(key: string): readonly Listed[] {
    const value = this.left.get(key);
    if (!Array.isArray(value)) return [];
    this.left.delete(key);
    // A list with holes has a place for each of them, too.
    return Array.from(value, (each: unknown, at) => ({ value: each, path: [...this.path, key, at] }));
  }

  lose(what: string, why: string, mend?: string, ...below: Path): void {
    this.losses.add([...this.path, ...below], what, why, mend);
  }

  /** Lists what nobody took. */
  end(): void {
    for (const key of this.left.keys()) {
      const { why, mend } = whyLost(key);
      this.losses.add([...this.path, key], key, why, mend);
    }
    this.left.clear();
  }
}

/** A member of a list and where it stands. */
export interface Listed {
  readonly value: unknown;
  readonly path: Path;
}

/** A finite number, also one in a text, never −0. */
export function numberIn(value: unknown): number | undefined {
  const isText = typeof value === 'string' && value.trim() !== '' && value.length < 40;
  const number = typeof value === 'number' ? value : isText ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number + 0 : undefined;
}
