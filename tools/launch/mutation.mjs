import { Console } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AREAS } from '../../packages/indicators/mutation/areas.mjs';
import { ROOT, fail, install, requireNode, run, say } from './workspace.mjs';

/**
 * How many changes to conditions, scoring and bounds the tests notice, by Stryker; `npm run mutation -- bounds` judges one
 * area. What was judged before and has not changed is not judged again, unless with `--force`. An area that was never
 * judged is judged file by file: whoever stops it goes on where it was.
 */
requireNode();
await install();

const FOLDER = path.join(ROOT, 'packages/indicators');
const CACHE = path.join('node_modules/.cache/mutation');
const STRYKER = path.join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js');

const options = process.argv.slice(2).filter((each) => each.startsWith('-'));
const names = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const unknown = names.find((name) => AREAS.every((area) => area.name !== name));
if (unknown !== undefined)
  fail(`There is no area “${unknown}”: the areas are ${AREAS.map(({ name }) => name).join(', ')}.`);

const chosen = names.length === 0 ? AREAS : AREAS.filter(({ name }) => names.includes(name));
for (const area of chosen) {
  for (const file of area.files.filter((each) => !(each in judged(area)))) await judge(area, [file]);
  say(`Judging what has changed in ${area.name}`);
  await judge(area, area.files);
}
say('How many changes were noticed');
new Console(process.stdout).table(Object.fromEntries(chosen.map((area) => [area.name, figures(area)])));

async function judge(area, files) {
  const { code } = await run(
    process.execPath,
    [
      ...[STRYKER, 'run', ...options],
      ...['--mutate', files.join(',')],
      ...['--incremental', '--incrementalFile', keptAt(area)],
    ],
    { cwd: FOLDER, env: { KILIM_RUNS: '5', KILIM_SPECS: area.specifications, ...process.env } },
  );
  if (code !== 0) process.exit(code);
}

function keptAt({ name }) {
  return path.join(CACHE, `${name}.json`);
}

/** The changes to each file that were judged so far, by path. */
function judged(area) {
  const kept = path.join(FOLDER, keptAt(area));
  return existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).files : {};
}

function figures(area) {
  const mutants = Object.values(judged(area)).flatMap((file) => file.mutants);
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const noticed = count('Killed') + count('Timeout');
  const missed = count('Survived') + count('NoCoverage');
  return {
    killed: count('Killed'),
    'timed out': count('Timeout'),
    survived: count('Survived'),
    'not covered': count('NoCoverage'),
    'score in %': Number(((100 * noticed) / (noticed + missed)).toFixed(1)),
  };
}
