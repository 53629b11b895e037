import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the workspace. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const BIN = path.join(ROOT, 'node_modules', '.bin');
const MODULES_STAMP = path.join(ROOT, 'node_modules', '.kilim-installed');
const LEAST_NODE = [20, 19];
/** How long a program that has ended may still be read. */
const DRAIN_MS = 2000;

/** What every tool started from here sees: ours first on the path, and none of them calling home. */
const TOOL_ENVIRONMENT = {
  ...process.env,
  PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ''}`,
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NG_CLI_ANALYTICS: 'false',
  NO_UPDATE_NOTIFIER: '1',
};

/**
 * Runs a program in the workspace and waits for it.
 *
 * @param {string} program a name on the path or in node_modules/.bin
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, output?: 'show' | 'keep', signal?: AbortSignal }} [how] `keep`
 *   collects what it prints; the signal ends it
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 when it was ended by a signal) and what was kept
 */
export function run(program, args, how = {}) {
  const keeps = how.output === 'keep';
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: how.cwd ?? ROOT,
      env: { ...TOOL_ENVIRONMENT, ...how.env },
      stdio: keeps ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      signal: how.signal,
    });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    const finish = () => resolve({ code: child.exitCode ?? 1, output: Buffer.concat(kept).toString('utf8') });
    child.on('error', (error) => {
      if (error.name !== 'AbortError') reject(error);
    });
    child.on('close', finish);
    // What it started and left behind may hold its output open for ever.
    child.on('exit', () => setTimeout(finish, DRAIN_MS).unref());
  });
}

/** Ends with one sentence when this Node is too old to go on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  fail(
    `Kilim needs Node ${LEAST_NODE.join('.')} or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
}

/** Installs the dependencies that the lockfile names, unless they are there already. Needs only Node and npm. */
export async function install() {
  const wanted = installationKey();
  if (existsSync(MODULES_STAMP) && readFileSync(MODULES_STAMP, 'utf8') === wanted) return;
  say(
    'Installing dependencies (the first time takes a few minutes: the SQLite driver may have to be compiled)',
  );
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const pnpm = ['-y', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code } = await run('npx', pnpm).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    fail('npm was not found: it comes with Node, so install Node with it, or put its folder on the PATH.');
  });
  if (code !== 0) {
    fail(
      'The dependencies could not be installed, see above: is the package registry reachable (npm ping), and is there room on the disk?',
    );
  }
  writeFileSync(MODULES_STAMP, wanted);
}

/** Builds what has changed since the last build. */
export async function build() {
  say('Building what has changed');
  const { code } = await run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped']);
  if (code !== 0) fail('The build failed; see above.');
}

/** One line on what happens now. */
export function say(text) {
  process.stdout.write(`\n● ${text}\n`);
}

/** Ends the program with a sentence for the person at the terminal. */
export function fail(text) {
  process.stderr.write(`\n✖ ${text}\n`);
  process.exit(1);
}

/** Changes when other dependencies, another Node or another platform would be installed. */
function installationKey() {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(ROOT, 'pnpm-lock.yaml')));
  hash.update(readFileSync(path.join(ROOT, 'pnpm-workspace.yaml')));
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  return hash.digest('hex');
}
