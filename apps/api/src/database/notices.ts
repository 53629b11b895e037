import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import type { StreamNews } from './commits.js';
import { CONNECT_WITHIN_MS } from './data-source.js';
import { Database } from './database.js';

/** What servers tell each other about: `record` that a stream became longer, `visitors` who is where. */
export type Topic = 'record' | 'visitors';

const TOPICS: readonly Topic[] = ['record', 'visitors'];
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;

/** The name under which PostgreSQL knows a topic. */
export function channelOf(topic: Topic): string {
  return `kilim_${topic}`;
}

/** What the other servers are told of a stream of the record that became longer: see {@link Topic}. */
export function recordNotice({ id, sequence }: Pick<StreamNews, 'id' | 'sequence'>): string {
  return `${id} ${String(sequence)}`;
}

/** Reads what {@link recordNotice} says. @throws when it says something else */
export function readRecordNotice(payload: string): Pick<StreamNews, 'id' | 'sequence'> {
  const [, id, sequence] = /^([0-9a-f-]{36}) (\d{1,10})$/.exec(payload) ?? [];
  if (id === undefined) throw new Error('It names no place in the record.');
  return { id, sequence: Number(sequence) };
}

/** Tells, as a part of the transaction: nobody hears of what is not committed, and nothing committed is left untold. */
export const TELL_IN_TRANSACTION = 'SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS notice';

/**
 * Tells the other servers on the same database, and hears what they tell, by PostgreSQL's LISTEN and NOTIFY. A notice is
 * a hint, small and perhaps lost: whoever hears it reads what it is about from the tables, and after the connection was
 * broken reads anyway. On SQLite there are no other servers.
 */
@Injectable()
export class Notices implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Notices.name);
  readonly #listeners = new Map<string, ((payload: string) => void)[]>();
  readonly #resumers: (() => void)[] = [];
  /** What is told goes through it; undefined as long as it is being made. */
  #client: pg.Client | undefined;
  /** Also one that is still being made: left alone, it would keep the process alive after everything else has ended. */
  #opened: pg.Client | undefined;
  #isStopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** Calls the listener for every notice of a topic, of this server's own, too. */
  subscribe(topic: Topic, listener: (payload: string) => void): void {
    const channel = channelOf(topic);
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
  }

  /** Calls the listener whenever notices may have been missed. */
  onResume(listener: () => void): void {
    this.#resumers.push(listener);
  }

  /** Tells the other servers something that is in no table; as long as they can't be reached, nobody is told. */
  async tell(topic: Topic, payload: string): Promise<void> {
    try {
      await this.#client?.query('SELECT pg_notify($1, $2)', [channelOf(topic), payload]);
    } catch (error) {
      this.#log.warn(`Other servers could not be told: ${sentenceOf(error)}`);
    }
  }

  onApplicationBootstrap(): void {
    if (this.database.kind === 'postgres') void this.#listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopped = true;
    await this.#opened?.end();
  }

  /** Anybody on the database may tell, a server of another version too: what can't be understood is passed over. */
  #hear(listener: (payload: string) => void, payload: string): void {
    try {
      listener(payload);
    } catch (error) {
      this.#log.warn(`A notice could not be understood: ${sentenceOf(error)}`);
    }
  }

  /** Listens, and when the connection breaks, listens again. */
  async #listen(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !this.#isStopped; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        await this.#untilBroken(() => {
          wait = FIRST_RETRY_MS;
        });
      } catch (error) {
        if (!this.#isStopped) this.#log.warn(`Other servers can't be heard: ${sentenceOf(error)}`);
      }
      this.#client = undefined;
      this.#opened = undefined;
      if (!this.#isStopped) await pause(wait, undefined, { ref: false });
    }
  }

  async #untilBroken(onConnected: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    this.#opened = client;
    const ended = new Promise<void>((resolve, reject) => {
      // It may complain more than once.
      client.on('error', reject);
      client.once('end', resolve);
    });
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of this.#listeners.get(channel) ?? []) this.#hear(listener, payload);
    });
    const connected = client.connect();
    await Promise.race([connected, ended]);
    for (const topic of TOPICS) await client.query(`LISTEN ${channelOf(topic)}`);
    this.#client = client;
    onConnected();
    for (const resume of this.#resumers) resume();
    await ended;
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
