import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, run } from './workspace.mjs';

/** How long jest may take to end after its report: stopping a database or a browser takes a moment. */
const LEAVE_WITHIN_MS = 30_000;

/** Whose subject is the disk itself: their tests leave their files on it. */
const ON_DISK = ['tools/bench', 'tools/trials'];
/**
 * Where Linux has a file system in memory: nothing there waits for a disk, which took a good part of the time of whatever
 * saves. That a commit outlives the machine is tried by the trials.
 */
const MEMORY = '/dev/shm';
/** More than the tests of a folder need at once. */
const ROOM_BYTES = 2 * 1024 ** 3;

/**
 * What running a folder's tests came to.
 *
 * @typedef {object} TestRun
 * @property {number} passed
 * @property {number} failed files that could not even start and failures without a test (coverage, open handles) count
 * @property {readonly string[]} failures the names of what failed
 * @property {string} output what jest printed for people
 */

/**
 * Runs the tests of one folder, or the given part of them, in one process.
 *
 * @param {string} folder from the workspace's root
 * @param {string} [part] such as `1/2`
 * @returns {Promise<TestRun>}
 */
export async function runJest(folder, part) {
  const scratch = newScratch(ON_DISK.includes(folder));
  const report = path.join(scratch, 'report.json');
  const overdue = new AbortController();
  const watch = setInterval(() => {
    if (existsSync(report) && Date.now() - statSync(report).mtimeMs > LEAVE_WITHIN_MS) overdue.abort();
  }, 1000);
  const { code, output } = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      path.join(ROOT, folder, 'node_modules/jest/bin/jest.js'),
      ...['--ci', '--runInBand', '--json', `--outputFile=${report}`],
      ...(part === undefined ? [] : [`--shard=${part}`]),
    ],
    { cwd: path.join(ROOT, folder), output: 'keep', signal: overdue.signal, env: { TMPDIR: scratch } },
  );
  clearInterval(watch);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(scratch, { recursive: true, force: true });
  const failures = result ? namesOfFailures(result) : [`${folder}: jest did not come to a result`];
  if (overdue.signal.aborted) failures.push(`${folder}: a test left something running, so jest did not end`);
  else if (code !== 0 && failures.length === 0) failures.push(`${folder}: jest failed without a failed test`);
  return { passed: result?.numPassedTests ?? 0, failed: failures.length, failures, output };
}

/** A folder for everything that tests leave lying, in memory where there is room. */
function newScratch(isOnDisk) {
  const scratch = mkdtempSync(path.join(!isOnDisk && hasRoomInMemory() ? MEMORY : tmpdir(), 'kilim-test-'));
  // A PostgreSQL that root starts runs as somebody else, who has to come through.
  chmodSync(scratch, 0o711);
  return scratch;
}

function hasRoomInMemory() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM_BYTES;
}

/** Each failed test with its file, and each file that has none because it could not run. */
function namesOfFailures({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file} could not run`];
    return failed.map(({ fullName }) => `${file} › ${fullName}`);
  });
}
