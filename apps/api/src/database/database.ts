import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WriteQueue } from './write-queue.js';

/** Which of the two databases. */
export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * The open connections. Features don't use them: they write through `UnitOfWork` and read through `Reads`.
 * SQLite has one connection for writing and one, read-only, for everything else; PostgreSQL has a pool of each.
 */
@Injectable()
export class Database implements BeforeApplicationShutdown {
  /** In front of SQLite's write connection. */
  readonly #queue = new WriteQueue();
  /** Writes under way. */
  readonly #writes = new Set<Promise<unknown>>();

  constructor(
    readonly kind: DatabaseKind,
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {}

  /** Runs a job that writes: on SQLite when all before it are done, on PostgreSQL beside them. */
  async write<T>(job: () => Promise<T>): Promise<T> {
    const write = this.kind === 'sqlite' ? this.#queue.run(job) : job();
    this.#writes.add(write);
    try {
      return await write;
    } finally {
      this.#writes.delete(write);
    }
  }

  /** Throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
    await this.writer.query('SELECT 1');
  }

  /**
   * Waits for what is being written. Requests still under way may write until the server has let go of them; then the
   * module that made the data sources closes them.
   */
  async beforeApplicationShutdown(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes);
    // Leaves one file behind instead of a database and its write-ahead log.
    if (this.kind === 'sqlite') await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Waits for what is being written, then closes; for those who opened it themselves. */
  async close(): Promise<void> {
    await this.beforeApplicationShutdown();
    await this.reader.destroy();
    await this.writer.destroy();
  }
}
