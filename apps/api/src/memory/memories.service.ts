import { Injectable } from '@nestjs/common';
import { Streams } from '../audit/streams.service.js';
import { Commits, type Commit } from '../database/commits.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type Freshness, Remembered } from './remembered.js';

/** What another process has changed is seen after that long at the latest. */
const SURE_FOR_MS = 1000;
/** Values of one kind at most. */
const MOST = 10_000;

/**
 * Remembers what is read with every request and hardly ever changes: who is signed in, who has which role, what lies
 * within what, what people are called.
 *
 * What this process changes is forgotten as it is committed, by table. All of it is changed under the eyes of the
 * administration's stream, so one look per second at where that stream ends tells whether another process has changed
 * anything; then everything is forgotten.
 */
@Injectable()
export class Memories implements Freshness {
  readonly #kinds: { readonly tables: readonly string[]; readonly values: Remembered<unknown> }[] = [];
  /** The newest entry of the administration's stream that what is remembered takes into account. */
  #known = 0;
  #sureUntil = 0;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly streams: Streams,
    private readonly unit: UnitOfWork,
    commits: Commits,
  ) {
    commits.subscribe((commit) => this.#follow(commit));
  }

  /** A memory of one kind, read from these tables. Whoever changes them leaves a trace in the administration's stream. */
  of<Value>(...tables: readonly string[]): Remembered<Value> {
    const values = new Remembered<Value>(this, () => this.unit.isOpen, MOST);
    this.#kinds.push({ tables, values });
    return values;
  }

  get isSure(): boolean {
    return performance.now() < this.#sureUntil;
  }

  makeSure(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const began = performance.now();
    const length = await this.streams.administrationLength();
    if (length > this.#known) this.#forget(() => true);
    this.#known = Math.max(this.#known, length);
    this.#sureUntil = began + SURE_FOR_MS;
  }

  #follow({ tables, streams }: Commit): void {
    for (const { kind, sequence } of streams) {
      // A place that this process has not seen was taken by another one.
      if (kind === 'administration' && sequence > this.#known + 1) this.#forget(() => true);
      if (kind === 'administration') this.#known = Math.max(this.#known, sequence);
    }
    this.#forget((table) => tables.has(table));
  }

  #forget(isMeant: (table: string) => boolean): void {
    for (const { tables, values } of this.#kinds) if (tables.some(isMeant)) values.forgetAll();
  }
}
