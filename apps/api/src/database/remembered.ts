import type { Commits } from './commits.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What is remembered, and for how long. */
export interface Memory {
  /** The tables it is read from: it is forgotten as soon as this process has changed one of them. */
  readonly tables: readonly string[];
  /** For how long it holds at most: what other processes change shows after that. */
  readonly forMs: number;
  /** Values at most; the oldest is forgotten first. */
  readonly most: number;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly until: number;
}

/**
 * Remembers what is read from the database with every request and hardly ever changes. A value is never older than the
 * last change that this process has made, nor older than `forMs`. Nothing is remembered of a read that failed.
 */
export class Remembered<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(
    private readonly unit: UnitOfWork,
    commits: Commits,
    private readonly memory: Memory,
  ) {
    commits.subscribe(({ tables }) => {
      // A read that is under way may have seen what was before: it is not remembered either.
      if (memory.tables.some((table) => tables.has(table))) this.#entries.clear();
    });
  }

  /**
   * What is remembered under a key, else what is read now; who asks at the same time shares one read. Inside a unit of
   * work everything is read, since the unit may have changed it.
   */
  get(key: string, read: () => Promise<Value>): Promise<Value> {
    if (this.unit.isOpen) return read();
    return this.#fresh(key)?.value ?? this.#keep(key, read());
  }

  /** The same for many keys, of which those not remembered are read together; `absent` is for what is not found. */
  async all(
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
    absent: Value,
  ): Promise<ReadonlyMap<string, Value>> {
    if (this.unit.isOpen) return read(keys);
    const known = keys.map((key) => this.#fresh(key)?.value);
    const missing = keys.filter((_key, place) => known[place] === undefined);
    const found = missing.length === 0 ? new Map<string, Value>() : read(missing);
    const find = async (key: string) => (await found).get(key) ?? absent;
    const values = keys.map(
      async (key, place) => [key, await (known[place] ?? this.#keep(key, find(key)))] as const,
    );
    return new Map(await Promise.all(values));
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  #fresh(key: string): Entry<Value> | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && performance.now() < entry.until ? entry : undefined;
  }

  #keep(key: string, value: Promise<Value>): Promise<Value> {
    const entry = { value, until: performance.now() + this.memory.forMs };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.memory.most && oldest !== undefined) this.#entries.delete(oldest);
    return value;
  }
}
