import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Row } from './bench.js';

/** On what it was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core, on average, before and after: with more than there are cores, figures are rough. */
  readonly load: { readonly before: number; readonly after: number };
}

/** What a run leaves behind in `bench/results.json`. */
export interface Results {
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

export function machineOf(loadBefore: number): Machine {
  const processors = os.cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    load: { before: loadBefore, after: loadNow() },
  };
}

/** Average of the last minute. */
export function loadNow(): number {
  return Math.round((os.loadavg()[0] ?? 0) * 10) / 10;
}

/** Earlier rows stay as long as nothing newer of their name was measured: a part of the benchmark may be run alone. */
export function mergedRows(earlier: readonly Row[], newer: readonly Row[]): readonly Row[] {
  const rows = new Map([...earlier, ...newer].map((row) => [row.name, row]));
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The rows of an earlier run; none where there was none. */
export function readRows(file: string): readonly Row[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Results).rows;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The rows as a table for the terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.ok ? '✔' : '✖',
    row.name,
    `${String(row.value)} ${row.unit}`,
    String(row.baseline),
    String(row.ratio),
    row.target,
  ]);
  const all = [['', 'row', 'value', 'baseline', 'ratio', 'target'], ...lines];
  const widths =
    all[0]?.map((_cell, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
