import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, run } from './workspace.mjs';

/** How long jest may take to end after its report: stopping a database or a browser takes a moment. */
const LEAVE_WITHIN_MS = 30_000;

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
  const scratch = mkdtempSync(path.join(tmpdir(), 'kilim-test-'));
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
    { cwd: path.join(ROOT, folder), output: 'keep', signal: overdue.signal },
  );
  clearInterval(watch);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(scratch, { recursive: true, force: true });
  const failures = result ? namesOfFailures(result) : [`${folder}: jest did not come to a result`];
  if (overdue.signal.aborted) failures.push(`${folder}: a test left something running, so jest did not end`);
  else if (code !== 0 && failures.length === 0) failures.push(`${folder}: jest failed without a failed test`);
  return { passed: result?.numPassedTests ?? 0, failed: failures.length, failures, output };
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
