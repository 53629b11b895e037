import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../workspace.mjs';

/** The built server, and the operators' commands. */
export const SERVER = path.join(ROOT, 'apps/api/dist/main.js');
export const COMMANDS = path.join(ROOT, 'apps/api/dist/commands/main.js');

const scratch = [];
const children = new Set();

/** An empty folder that is removed when the tests are over. */
export function folder() {
  const made = mkdtempSync(path.join(tmpdir(), 'kilim-launch-'));
  scratch.push(made);
  return made;
}

/** Ends what is still running after a failure, and removes what `folder` has made. */
export async function clear() {
  for (const { child, ended } of children) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const made of scratch.splice(0)) rmSync(made, { recursive: true, force: true });
}

/**
 * Runs a Node program in surroundings of its own: nothing of ours shines through but the path.
 *
 * @param {readonly string[]} args the program and its words
 * @param {Record<string, string>} environment
 * @returns {{ child: import('node:child_process').ChildProcess, output: () => string, ended: Promise<{ code: number | null, output: string }> }}
 */
export function start(args, environment = {}) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  const started = { child, output: () => output, ended };
  children.add(started);
  void ended.then(() => children.delete(started));
  return started;
}

/** Waits until something holds; the test's own time limit ends a wait in vain. */
export async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
