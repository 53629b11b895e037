import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseKind } from '../../../../apps/api/src/database/database.js';

const FILE = fileURLToPath(new URL('../../../../bench/trials.json', import.meta.url));

/** Whether trials run in full (`npm run trials`), or in the short form that stands in `npm test`. */
export const IS_LONG = process.env['KILIM_TRIALS'] === 'long';

/** So much in full, so much in short. */
export function effort(long: number, short: number): number {
  return IS_LONG ? long : short;
}

/** On which databases something is tried: on both in full; in short on one of them, the other has its turn in another trial. */
export function databases(short: DatabaseKind): readonly DatabaseKind[] {
  return IS_LONG ? ['sqlite', 'postgres'] : [short];
}

/** What a trial has seen, beside that it went well: counts, and times in milliseconds. */
export type Facts = Readonly<Record<string, number | string>>;

/** Notes what a trial in full has seen, in `bench/trials.json`; the latest run of each counts. */
export function report(trial: string, facts: Facts): void {
  process.stderr.write(`${trial}: ${JSON.stringify(facts)}\n`);
  if (!IS_LONG) return;
  mkdirSync(path.dirname(FILE), { recursive: true });
  const results = { ...readResults(), [trial]: { at: new Date().toISOString(), ...facts } };
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, undefined, 2)}\n`);
}

function readResults(): Readonly<Record<string, Facts>> {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Facts>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
