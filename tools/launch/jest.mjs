import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, run } from './workspace.mjs';

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
  const { code, output } = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      path.join(ROOT, folder, 'node_modules/jest/bin/jest.js'),
      ...['--ci', '--runInBand', '--json', `--outputFile=${report}`],
      ...(part === undefined ? [] : [`--shard=${part}`]),
    ],
    { cwd: path.join(ROOT, folder), output: 'keep' },
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(scratch, { recursive: true, force: true });
  const failures = result ? namesOfFailures(result) : ['jest did not start'];
  if (code !== 0 && failures.length === 0) failures.push('jest failed without a failed test');
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
