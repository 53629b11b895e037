import { Injectable, Logger } from '@nestjs/common';

/** A stream of the record that became longer. */
export interface StreamNews {
  readonly kind: 'assessment' | 'draft' | 'administration';
  /** Empty for administration. */
  readonly id: string;
  /** Of its newest entry. */
  readonly sequence: number;
}

/** What a transaction changed. */
export interface Commit {
  /** Names of tables of which rows were changed. */
  readonly tables: ReadonlySet<string>;
  readonly streams: readonly StreamNews[];
}

/**
 * Tells whoever keeps something in memory what this process has committed, as soon as it is committed and before
 * whoever wrote it is answered. What other processes commit is not told here.
 */
@Injectable()
export class Commits {
  readonly #log = new Logger(Commits.name);
  readonly #listeners = new Set<(commit: Commit) => void>();

  /** Answers how to stop listening. A listener is quick, and what it does later is its own business. */
  subscribe(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called by whoever has committed a transaction. It is on the disk, so nothing a listener does can undo it. */
  publish(commit: Commit): void {
    for (const listener of this.#listeners) {
      try {
        listener(commit);
      } catch (error) {
        this.#log.error(error);
      }
    }
  }
}
