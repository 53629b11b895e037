import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './own-postgres.js';
import type { Place } from './place.js';

const API = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** What runs TypeScript sources in a Node process of its own, compiled as the tests compile them. */
export const RUN_TYPESCRIPT: readonly string[] = [
  '--import',
  import.meta.resolve('@kilim/jest-preset/run-typescript.js'),
];

/** A program in a process of its own that listens on `PORT`. */
export class ServerProcess {
  /** Rejects when it ends without having been told to. */
  readonly crashed: Promise<never>;
  #isTold = false;

  private constructor(
    readonly port: number,
    /** How long it took until it answered, in milliseconds. */
    readonly readyAfterMs: number,
    readonly process: ChildProcess,
    private readonly log: string,
  ) {
    this.crashed = new Promise((_resolve, reject) => {
      process.once('exit', () => {
        if (!this.#isTold)
          void this.printed().then((text) => reject(new Error(`The server ended:\n${text.slice(-2000)}`)));
      });
    });
    // Whoever waits for it hears of it.
    this.crashed.catch(() => undefined);
  }

  /** Starts a program and waits until it answers. What it prints goes to a file in its folder, as a service's does. */
  static async start(
    program: readonly string[],
    folder: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    await mkdir(folder, { recursive: true });
    const log = path.join(folder, 'log');
    const output = openSync(log, 'a');
    const port = Number(environment['PORT'] ?? (await freePort()));
    const began = performance.now();
    const child = spawn(process.execPath, program, {
      env: { PATH: path.dirname(process.execPath), PORT: String(port), ...environment },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - began > READY_WITHIN_MS) {
        child.kill('SIGKILL');
        throw new Error(`${program.join(' ')} did not start:\n${await readFile(log, 'utf8')}`);
      }
      await pause(20);
    }
    return new ServerProcess(port, performance.now() - began, child, log);
  }

  /** Ours as it is run: built, in production, on the database of a place. */
  static ours(
    { folder, url }: Place,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    return ServerProcess.start([path.join(API, 'dist/main.js')], path.join(folder, 'server'), {
      DATA_DIR: folder,
      ...(url === undefined ? {} : { DATABASE_URL: url }),
      ...environment,
    });
  }

  /** Everything it has printed. */
  printed(): Promise<string> {
    return readFile(this.log, 'utf8');
  }

  /** Ends it as it likes to be ended. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a crash would: it gets no chance to finish anything. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.#isTold = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

/** Runs one of our operators' commands on the database of a place; answers its exit code and what it said. */
export async function operate(
  { folder, url }: Place,
  command: string,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(API, 'dist/commands/main.js'), command], {
    env: {
      PATH: path.dirname(process.execPath),
      DATA_DIR: folder,
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    },
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${String(port)}/`, { redirect: 'manual' });
    return true;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
