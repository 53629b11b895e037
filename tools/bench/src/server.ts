import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './place.js';

const READY_WITHIN_MS = 60_000;

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts a program that listens on `PORT`, and waits until it does. What it prints goes to a file in its folder, as a
 * service's does.
 */
export async function startServer(
  program: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  await mkdir(folder, { recursive: true });
  const log = path.join(folder, 'log');
  const output = openSync(log, 'a');
  const port = await freePort();
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...environment },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`${program.join(' ')} did not start:\n${await readFile(log, 'utf8')}`);
    }
    await pause(50);
  }
  return { port, stop: () => stop(child) };
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

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
