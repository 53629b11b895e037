import { mkdtempSync, readFileSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, build, install, requireNode, run, say } from './workspace.mjs';

/**
 * The whole check: installs, builds, then types, lint, format, every test. Goes on after a failure, so that one run
 * shows all of them. `npm test -- api contracts` runs only the tests of those folders.
 */
const wanted = process.argv.slice(2);
const startedAt = Date.now();
const tally = { passed: 0, failed: 0 };
const failures = [];

requireNode();
await install();
await build();

if (wanted.length === 0) {
  await check('Types', 'turbo', ['run', 'typecheck', '--output-logs=errors-only']);
  await check('Lint', 'turbo', ['run', 'lint', '--output-logs=errors-only']);
  await check('Format', 'prettier', ['--check', '--log-level=warn', '.']);
}
for (const folder of testedFolders()) await test(folder);

say(`Took ${Math.round((Date.now() - startedAt) / 1000)} s`);
for (const failure of failures) process.stdout.write(`  ✖ ${failure}\n`);
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);

/** One check that is one test: it passes or it doesn't. */
async function check(name, program, args) {
  say(name);
  const { code } = await run(program, args);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

/** The workspace's folders with a jest configuration; journeys last, since they need all the rest. */
function testedFolders() {
  const folders = ['packages', 'tools', 'apps'].flatMap((group) =>
    readdirSync(path.join(ROOT, group)).map((name) => `${group}/${name}`),
  );
  return folders
    .filter((folder) => existsSync(path.join(ROOT, folder, 'jest.config.js')))
    .filter((folder) => wanted.length === 0 || wanted.includes(path.basename(folder)))
    .sort((a, b) => Number(a === 'tools/e2e') - Number(b === 'tools/e2e'));
}

/** Runs the tests of one folder and counts them as jest does; a file that could not even start is a failure. */
async function test(folder) {
  say(`Tests of ${folder}`);
  const scratch = mkdtempSync(path.join(tmpdir(), 'kilim-test-'));
  const report = path.join(scratch, 'report.json');
  const jest = path.join(ROOT, folder, 'node_modules/jest/bin/jest.js');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--ci',
    '--json',
    `--outputFile=${report}`,
  ];
  const { code, output } = await run(process.execPath, args, {
    cwd: path.join(ROOT, folder),
    output: 'keep',
  });
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(scratch, { recursive: true, force: true });
  if (code !== 0) process.stdout.write(withoutReport(output));
  const broken = result ? result.numRuntimeErrorTestSuites : 1;
  const failed = (result?.numFailedTests ?? 0) + broken;
  // Jest can fail without a failed test, for instance on coverage or an open handle: never lose that.
  count(folder, result?.numPassedTests ?? 0, code !== 0 && failed === 0 ? 1 : failed);
}

function count(name, passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
  process.stdout.write(`  ${passed} passed, ${failed} failed (${name})\n`);
}

/** What jest printed for people, without the JSON that `--json` adds. */
function withoutReport(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailed'))
    .join('\n');
}
