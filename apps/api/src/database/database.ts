import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WriteQueue } from './write-queue.js';

/** Which of the two databases. */
export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * The open connections. Features don't use them: they write through `UnitOfWork` and read through `Reads`.
 * SQLite has one connection for writing and one, read-only, for everything else; PostgreSQL has a pool of each.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
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

  /** Waits for what is being written, then lets go of the files or the server. */
  async onApplicationShutdown(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes);
    if (this.reader.isInitialized) await this.reader.destroy();
    if (!this.writer.isInitialized) return;
    // Leaves one file behind instead of a database and its write-ahead log.
    if (this.kind === 'sqlite') await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await this.writer.destroy();
  }
}
