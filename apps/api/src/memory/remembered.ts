/** Makes sure that nothing remembered is out of date: see `Memories`. */
export interface Freshness {
  /** Whether it is known at this moment. */
  readonly isSure: boolean;
  /** Finds out; what turns out to be out of date is forgotten before it resolves. */
  makeSure(): Promise<void>;
}

/** Values that were read from the database, by key. Made by `Memories`. */
export class Remembered<Value> {
  readonly #values = new Map<string, Promise<Value | undefined>>();

  /**
   * @param most   values at most; the oldest is forgotten first
   * @param reads  whether everything has to be read now, as inside a unit of work, which may have changed it
   */
  constructor(
    private readonly freshness: Freshness,
    private readonly reads: () => boolean,
    private readonly most: number,
  ) {}

  /** What is remembered under a key, else what is read now. Who asks at the same time shares one read. */
  get(key: string, read: () => Promise<Value | undefined>): Promise<Value | undefined> {
    if (this.reads()) return read();
    if (this.freshness.isSure) return this.#values.get(key) ?? this.#keep(key, read());
    return this.freshness.makeSure().then(() => this.#values.get(key) ?? this.#keep(key, read()));
  }

  /** The same for many keys, of which those not remembered are read together. What is not found is left out. */
  async all(
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    if (this.reads()) return read(keys);
    if (!this.freshness.isSure) await this.freshness.makeSure();
    const missing = keys.filter((key) => !this.#values.has(key));
    const found = missing.length === 0 ? undefined : read(missing);
    const values = keys.map((key) => this.#values.get(key) ?? this.#keep(key, valueIn(found, key)));
    const settled = await Promise.all(values);
    return new Map(
      keys.flatMap((key, place) => {
        const value = settled[place];
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  }

  forget(key: string): void {
    this.#values.delete(key);
  }

  /** A read that is under way may have seen what was before: it is not remembered either. */
  forgetAll(): void {
    this.#values.clear();
  }

  /** What is not there is not remembered, nor a read that failed. */
  #keep(key: string, value: Promise<Value | undefined>): Promise<Value | undefined> {
    this.#values.delete(key);
    this.#values.set(key, value);
    const drop = () => {
      if (this.#values.get(key) === value) this.#values.delete(key);
    };
    value.then((found) => {
      if (found === undefined) drop();
    }, drop);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}

async function valueIn<Value>(
  found: Promise<ReadonlyMap<string, Value>> | undefined,
  key: string,
): Promise<Value | undefined> {
  return (await found)?.get(key);
}
