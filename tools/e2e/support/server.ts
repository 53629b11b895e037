import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OwnPostgres } from '../../../apps/api/test/support/own-postgres.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 110_000;
const DATABASE = 'kilim';

/** One account of the demo, as the seed writes it down. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly city?: string;
  readonly name?: string;
}

/** What a demo has beside its own. */
export interface Beside {
  /** Further rounds: a name and how many cities. */
  readonly rounds?: Readonly<Record<string, number>>;
  /** A city that gets a second assessment, with every kind of question. */
  readonly everyKindFor?: string;
}

/** The built product, running on a free port with a demo of its own in a folder of its own. */
export class DemoServer {
  #process: ChildProcess;
  #ended: Promise<unknown> = Promise.resolve();
  /** The folder of the form's build; undefined: the product's own. */
  #form: string | undefined;
  /** What it has said so far. */
  #output = '';

  private constructor(
    private readonly folder: string,
    /** Where its data are; undefined: in SQLite, in its folder. */
    private readonly postgres?: OwnPostgres,
  ) {
    this.#process = this.#run('0');
  }

  /** A folder with the demo in it, as the product itself seeds it: made once, then copied for each who starts. */
  static #seeded: Promise<string> | undefined;

  /**
   * Starts what `npm start` starts, and waits until it is ready.
   *
   * @throws Error with what the server said when it does not start; nothing of it is left then
   */
  static async start({ rounds = {}, everyKindFor }: Beside = {}): Promise<DemoServer> {
    const folder = newFolder();
    DemoServer.#seeded ??= DemoServer.#seed();
    cpSync(await DemoServer.#seeded, folder, { recursive: true });
    const words = Object.entries(rounds).flatMap(([name, cities]) => [name, String(cities)]);
    if (words.length > 0) prepare(folder, 'large-rounds.mjs', words);
    if (everyKindFor !== undefined) prepare(folder, 'every-kind.mjs', [everyKindFor]);
    return new DemoServer(folder).#begun();
  }

  /** As `start`, on a PostgreSQL of its own, where it makes its demo itself. */
  static async onPostgres(): Promise<DemoServer> {
    const postgres = await OwnPostgres.start();
    await postgres.createDatabase(DATABASE);
    return new DemoServer(newFolder(), postgres).#begun();
  }

  static async #seed(): Promise<string> {
    const server = await new DemoServer(newFolder()).#begun();
    await server.goAway();
    process.once('exit', () => {
      rmSync(server.folder, { recursive: true, force: true });
    });
    return server.folder;
  }

  async #begun(): Promise<this> {
    try {
      await this.#ready();
    } catch (error) {
      await this.stop();
      throw error;
    }
    return this;
  }

  /** Where browsers find it. */
  get origin(): string {
    return `http://localhost:${this.#port ?? ''}`;
  }

  /** The demo's accounts, from the file that says them. */
  accounts(): readonly DemoAccount[] {
    return JSON.parse(readFileSync(path.join(this.folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  }

  /** The demo account with this role, of this city where a role has several. */
  account(role: string, city?: string): DemoAccount {
    const found = this.accounts().find(
      (account) => account.role === role && (city === undefined || account.city === city),
    );
    if (!found) throw new Error(`The demo has no ${role}${city === undefined ? '' : ` of ${city}`}`);
    return found;
  }

  /** Ends, so that nobody reaches it; `comeBack` begins again at the same address with all it had. */
  async goAway(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#ended;
  }

  /** Is replaced by one that serves a newer build of the form, at the same address. */
  async renewForm(): Promise<void> {
    const form = path.join(this.folder, 'newer-form');
    // What the build makes for the server stays as it is.
    cpSync(path.join(ROOT, 'apps/survey/dist'), form, { recursive: true });
    execFileSync(process.execPath, [path.join(ROOT, 'tools/e2e/support/newer-form.mjs'), form], {
      cwd: ROOT,
    });
    await this.goAway();
    this.#form = form;
    await this.comeBack();
  }

  async comeBack(): Promise<void> {
    const port = this.#port ?? '0';
    this.#output = '';
    this.#process = this.#run(port);
    await this.#ready();
  }

  async stop(): Promise<void> {
    await this.goAway();
    await this.postgres?.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The port that it took, once it has said so. */
  get #port(): string | undefined {
    return /listens on http:\/\/[^/\s]+:(\d+)/.exec(this.#output)?.[1];
  }

  #run(port: string): ChildProcess {
    const child = spawn(process.execPath, [path.join(ROOT, 'apps/api/dist/main.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: port,
        DATA_DIR: this.folder,
        DATABASE_URL: this.postgres?.url(DATABASE) ?? '',
        KILIM_MODE: 'demo',
        ...(this.#form !== undefined && { SURVEY_DIST: this.#form }),
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
    return child;
  }

  async #ready(): Promise<void> {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (Date.now() < giveUpAt) {
      if (this.#process.exitCode !== null) throw new Error(`The server ended: ${this.#output}`);
      // It listens once everything that requests need is there.
      if (this.#port !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server was not ready within ${String(READY_WITHIN_MS)} ms: ${this.#output}`);
  }
}

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'kilim-journey-'));
}

/** Makes the demo in a folder, with what a program beside this one adds to it. */
function prepare(folder: string, program: string, words: readonly string[]): void {
  execFileSync(process.execPath, [path.join(ROOT, 'tools/e2e/support', program), ...words], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
