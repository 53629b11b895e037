import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runJest } from './jest.mjs';
import { runInLanes } from './lanes.mjs';
import { ROOT, fail, install, requireNode, run, say } from './workspace.mjs';

/**
 * The whole check: installs, builds, then types, lint, format and every test side by side. Goes on
 * after a failure, so that one run shows all of them. `npm test -- api contracts` runs only the tests of those folders.
 */

/** What takes longest comes first; folders that are not named here come after. */
const ORDER = [
  'apps/api',
  'tools/e2e',
  'packages/indicators',
  'apps/survey',
  'apps/admin',
  'tools/boundaries',
];
/** In how many parts a long folder is run. Each part has its own PostgreSQL. */
const PARTS = { 'apps/api': 2 };
/** Folders whose tests use what was built; all others run the sources. */
const NEED_BUILD = ['tools/bench', 'tools/cli', 'tools/e2e', 'tools/launch', 'tools/trials'];
/** More at once would need more memory than a small machine has. */
const MOST_LANES = 4;

const wanted = process.argv.slice(2);
const startedAt = Date.now();
const tally = { passed: 0, failed: 0 };
const failures = [];
const outputs = [];

requireNode();
const folders = testedFolders();
const unknown = wanted.filter((name) => !folders.some((folder) => path.basename(folder) === name));
if (unknown.length > 0) fail(`There are no tests in a folder named ${unknown.join(', ')}.`);
await install();

let isBuilt = true;
const chosen = folders.filter((folder) => wanted.length === 0 || wanted.includes(path.basename(folder)));
const checks = wanted.length === 0 ? theChecks() : [];
const builds = wanted.length === 0 || chosen.some((folder) => NEED_BUILD.includes(folder));
const lanes = Math.min(Math.max(os.availableParallelism(), 2), MOST_LANES);
say(`Checking on ${lanes} lanes; what failed is shown at the end`);
await runInLanes([...(builds ? [theBuild()] : []), ...chosen.flatMap(testsOf), ...checks], lanes);

for (const { name, output } of outputs) process.stdout.write(`\n━━━ ${name}\n${output.trim()}\n`);
say(`Took ${seconds(startedAt)}`);
for (const failure of failures) process.stdout.write(`  ✖ ${failure}\n`);
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);

/** The workspace's folders with a jest configuration, the longest first. */
function testedFolders() {
  const place = (folder) => (ORDER.includes(folder) ? ORDER.indexOf(folder) : ORDER.length);
  return ['packages', 'tools', 'apps']
    .flatMap((group) => readdirSync(path.join(ROOT, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(path.join(ROOT, folder, 'jest.config.js')))
    .sort((a, b) => place(a) - place(b));
}

function theBuild() {
  const task = check('Build', 'turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped']);
  return {
    ...task,
    run: async () => {
      isBuilt = await task.run();
    },
  };
}

function theChecks() {
  const turbo = ['--output-logs=errors-only', '--log-order=grouped', '--concurrency=1'];
  return [
    check('Types', 'turbo', ['run', 'typecheck', ...turbo]),
    check('Lint', 'eslint', ['apps', 'packages', 'tools']),
    check('Format', 'prettier', ['--check', '--log-level=warn', '.']),
  ];
}

/** One program that is one test: it passes or it doesn't; its task answers which. */
function check(name, program, args) {
  return {
    name,
    run: async () => {
      const began = Date.now();
      const { code, output } = await run(program, args, { output: 'keep' });
      const isFine = code === 0;
      const result = { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, failures: isFine ? [] : [name] };
      note(name, began, { ...result, output });
      return isFine;
    },
  };
}

/** The tests of one folder as tasks, one for each part. */
function testsOf(folder) {
  const parts = PARTS[folder] ?? 1;
  return Array.from({ length: parts }, (_, index) => {
    const name = parts === 1 ? folder : `${folder}, part ${index + 1} of ${parts}`;
    return {
      name,
      needs: NEED_BUILD.includes(folder) ? ['Build'] : [],
      run: async () => {
        const began = Date.now();
        note(name, began, await testResult(folder, parts === 1 ? undefined : `${index + 1}/${parts}`));
      },
    };
  });
}

async function testResult(folder, part) {
  if (isBuilt || !NEED_BUILD.includes(folder)) return runJest(folder, part);
  return { passed: 0, failed: 1, failures: [`${folder} could not run: it needs the build`], output: '' };
}

/** Counts a result, says it in a line, and keeps what there is to read for the end. */
function note(name, began, result) {
  tally.passed += result.passed;
  tally.failed += result.failed;
  failures.push(...result.failures);
  if (result.failed > 0) outputs.push({ name, output: result.output });
  const mark = result.failed > 0 ? '✖' : '✓';
  process.stdout.write(
    `  ${mark} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds(began)})\n`,
  );
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}
