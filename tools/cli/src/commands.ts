import { BOUNDS } from './bounds.js';
import { CHECK } from './check.js';
import type { Command } from './command.js';
import { DIFF } from './diff.js';
import { EXPLAIN } from './explain.js';
import { EXPORT } from './export.js';
import { IMPACT } from './impact.js';
import { IMPORT } from './import.js';
import { MIGRATE } from './migrate.js';
import { SCHEMA } from './schema.js';
import { SCORE } from './score.js';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  ...[CHECK, SCORE, EXPLAIN, BOUNDS],
  ...[DIFF, IMPACT, MIGRATE],
  ...[IMPORT, EXPORT, SCHEMA],
];

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((each) => each.name === name);
}
