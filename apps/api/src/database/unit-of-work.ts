import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { Clock } from '../config/clock.js';
import { Commits, type StreamNews } from './commits.js';
import { Database } from './database.js';
import { channelOf, recordNotice, TELL_IN_TRANSACTION } from './notices.js';
import { unavailableProblem } from './unavailable-problem.js';
import { begin, type Transaction } from './transaction.js';

/** The only reasons for which something may be written that leaves no trace in a chain. */
export type UntracedPurpose =
  'session.touch' | 'checkpoint' | 'projection.rebuild' | 'projection.follow' | 'file.waiting';

/** Who writes. `actor` is an account's id, or null for the program itself; `at` is the clock's now unless given. */
export type UnitContext =
  | { readonly actor: string | null; readonly at?: Instant }
  | { readonly untraced: UntracedPurpose; readonly at?: Instant };

interface OpenUnit {
  readonly context: UnitContext;
  readonly at: Instant;
  readonly runner: QueryRunner;
  /** A part of it failed: it can't be committed any more, also when somebody caught the error. */
  failure: unknown;
  /** The tables of which it has changed rows. */
  readonly tables: Set<string>;
  /** The streams in which it has left a trace. */
  readonly streams: StreamNews[];
  isOver: boolean;
}

/**
 * The one way to write (decision 1). Work inside happens wholly or not at all, alone on SQLite, in a transaction on
 * PostgreSQL; nested calls join. A unit that wrote rows but appended nothing to a chain fails: what changes, leaves a
 * trace. Reads that decide a write belong inside; hashing passwords and calls over the network outside.
 *
 *     await this.unit.write({ actor: actor.accountId }, async () => { … });
 */
@Injectable()
export class UnitOfWork {
  readonly #open = new AsyncLocalStorage<OpenUnit>();
  /** Units that are open. */
  #count = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commits: Commits,
  ) {}

  /**
   * Runs the work and commits it; a failure undoes all of it and nothing else.
   *
   * @throws Problem `server.busy` or `server.full` when the database can't be written now; else whatever the work throws
   */
  async write<T>(context: UnitContext, work: () => Promise<T>): Promise<T> {
    const outer = this.#open.getStore();
    if (outer && !outer.isOver) return this.join(work);
    try {
      return await this.database.write(() => this.#run(context, work));
    } catch (error) {
      throw unavailableProblem(error) ?? error;
    }
  }

  /** Takes work into the unit that is open: they share their fate, also when somebody catches the work's failure. */
  async join<T>(work: () => Promise<T>): Promise<T> {
    const unit = this.#current();
    try {
      return await work();
    } catch (error) {
      unit.failure ??= error;
      throw error;
    }
  }

  /** Whether the caller is inside a unit. */
  get isOpen(): boolean {
    return this.#open.getStore()?.isOver === false;
  }

  /** What a repository writes with. Throws outside a unit. */
  manager(): EntityManager {
    return this.#current().runner.manager;
  }

  /** One moment for everything that the unit writes. */
  now(): Instant {
    return this.#current().at;
  }

  /** The account that acts; null for the program itself. */
  actor(): string | null {
    const { context } = this.#current();
    return 'actor' in context ? context.actor : null;
  }

  /** Called by whoever appends to a stream of the record: this unit has left a trace. */
  trace(...streams: readonly StreamNews[]): void {
    this.#current().streams.push(...streams);
  }

  #current(): OpenUnit {
    const unit = this.#open.getStore();
    if (!unit || unit.isOver) throw new Error('Writing happens inside a unit of work, and there is none.');
    return unit;
  }

  async #run<T>(context: UnitContext, work: () => Promise<T>): Promise<T> {
    const transaction = await begin(this.database, (table) => this.#noteWrite(table));
    this.#count += 1;
    const unit: OpenUnit = {
      context,
      at: context.at ?? this.clock.now(),
      runner: transaction.runner,
      failure: undefined,
      tables: new Set(),
      streams: [],
      isOver: false,
    };
    try {
      const result = await this.#open.run(unit, work);
      // From here on nothing may slip in that the work did not wait for.
      unit.isOver = true;
      assertSound(unit);
      await this.#tellOthers(unit);
      await transaction.commit();
      this.#tell(unit);
      return result;
    } catch (error) {
      await undo(transaction, error);
      throw error;
    } finally {
      unit.isOver = true;
      this.#count -= 1;
      // Following the thread of work through every promise makes all of them several times as slow (Node 20 and 22).
      if (this.#count === 0) this.#open.disable();
      await transaction.release();
    }
  }

  /** As a part of the transaction; what is told of the administration nobody listens to. */
  async #tellOthers({ runner, streams }: OpenUnit): Promise<void> {
    const news = streams.filter(({ kind }) => kind !== 'administration');
    if (this.database.kind === 'sqlite' || news.length === 0) return;
    await runner.query(TELL_IN_TRANSACTION, [channelOf('record'), news.map(recordNotice)]);
  }

  #noteWrite(table: string): void {
    this.#open.getStore()?.tables.add(table);
  }

  /** That a session is in use changes nothing that anybody keeps in memory, and happens all the time. */
  #tell({ context, tables, streams }: OpenUnit): void {
    if ('untraced' in context && context.untraced === 'session.touch') return;
    if (tables.size > 0) this.commits.publish({ tables, streams });
  }
}

/** What every server remembers of people; each watches the administration's stream to see it changed by others. */
const WATCHED = ['account', 'membership', 'session'];

function assertSound({ failure, tables, streams, context }: OpenUnit): void {
  if (failure !== undefined) throw failure;
  if ('untraced' in context) return;
  if (tables.size > 0 && streams.length === 0) {
    throw new Error('A unit of work changed rows without appending to a chain: nothing was saved.');
  }
  if (WATCHED.some((table) => tables.has(table)) && !streams.some(({ kind }) => kind === 'administration')) {
    throw new Error(
      'A unit of work changed people without a trace in the administration: nothing was saved.',
    );
  }
}

/** When undoing fails, too, the connection is gone and the database undoes it by itself: both errors are told. */
async function undo(transaction: Transaction, error: unknown): Promise<void> {
  try {
    await transaction.rollback();
  } catch (second) {
    throw new AggregateError([error, second], 'A unit of work failed, and undoing it too.', {
      cause: second,
    });
  }
}
