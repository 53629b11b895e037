import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** One account of the demo, as the seed writes it down. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly city?: string;
  readonly name?: string;
}

/** The built product, running on a free port with a demo of its own in a folder of its own. */
export class DemoServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly origin: string,
  ) {}

  /**
   * Starts what `npm start` starts, and waits until it is ready.
   *
   * @param rounds further rounds of the demo: a name and how many cities
   */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    rounds: Readonly<Record<string, number>> = {},
  ): Promise<DemoServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'kilim-journey-'));
    if (Object.keys(rounds).length > 0) addRounds(folder, rounds);
    const port = await freePort();
    const child = spawn(process.execPath, [path.join(ROOT, 'apps/api/dist/main.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: folder,
        KILIM_MODE: 'demo',
        LOG_LEVEL: 'warn',
        ...environment,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const server = new DemoServer(child, folder, `http://localhost:${port}`);
    await server.ready();
    return server;
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

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (Date.now() < giveUpAt) {
      if (this.process.exitCode !== null) throw new Error(`The server ended with ${this.process.exitCode}`);
      const answer = await fetch(`${this.origin}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server was not ready within ${READY_WITHIN_MS} ms`);
  }
}

/** Makes the demo in a folder, with rounds beside its own. */
function addRounds(folder: string, rounds: Readonly<Record<string, number>>): void {
  const program = path.join(ROOT, 'tools/e2e/support/large-rounds.mjs');
  const words = Object.entries(rounds).flatMap(([name, cities]) => [name, String(cities)]);
  execFileSync(process.execPath, [program, ...words], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** A port that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
