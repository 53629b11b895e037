import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './bench.js';
import { BENCHES } from './benches.js';
import { loadNow, machineOf, mergedRows, readRows, tableOf } from './results.js';

const FILE = fileURLToPath(new URL('../../../bench/results.json', import.meta.url));
const FULL = { rounds: 7, windowMs: 2000 };
const QUICK = { rounds: 1, windowMs: 300 };

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const isQuick = words.includes('--quick');
const chosen = BENCHES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}.`)),
);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no ${wanted.join(', ')}. There is:\n${BENCHES.map(({ name }) => `  ${name}\n`).join('')}`,
  );
  process.exit(1);
}

const loadBefore = loadNow();
const rows: Row[] = [];
for (const { name, run } of chosen) {
  process.stderr.write(`Measuring ${name}\n`);
  rows.push(...(await run(isQuick ? QUICK : FULL)));
}
process.stdout.write(`\n${tableOf(rows)}\n\n`);
// A quick look says that it runs, not how fast.
if (!isQuick) {
  mkdirSync(path.dirname(FILE), { recursive: true });
  const results = { machine: machineOf(loadBefore), rows: mergedRows(readRows(FILE), rows) };
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
}
process.exit(rows.every(({ ok }) => ok) || isQuick ? 0 : 1);
