import path from 'node:path';
import { ROOT, run } from './workspace.mjs';

/** Commands that look into the database; all others are the engine's and need none. */
const OPERATORS_COMMANDS = new Set(['rebuild', 'verify-audit', 'verify-files']);

const [command = '', ...rest] = process.argv.slice(2);
const program = OPERATORS_COMMANDS.has(command) ? 'apps/api/dist/commands/main.js' : 'tools/cli/dist/main.js';
const { code } = await run(process.execPath, [path.join(ROOT, program), command, ...rest].filter(Boolean), {
  cwd: process.cwd(),
});
process.exit(code);
