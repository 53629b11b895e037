import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, fail, requireNode, run } from './workspace.mjs';

/** Commands that look into the database; all others are the engine's and need none. */
const OPERATORS_COMMANDS = {
  rebuild: 'stores answers and scores as the records give them; --check only compares',
  'verify-audit': 'recomputes every chain of the record',
  'verify-files': 'reads every file of evidence',
};

requireNode();
const [command = '--help', ...rest] = process.argv.slice(2);
const isOperators = command in OPERATORS_COMMANDS;
const program = path.join(ROOT, isOperators ? 'apps/api/dist/commands/main.js' : 'tools/cli/dist/main.js');
if (!existsSync(program)) fail('Kilim has not been built yet: npm run build does it.');
const { code } = await run(process.execPath, [program, command, ...rest], { cwd: process.cwd() });
if (command === '--help' || command === '-h') sayOperatorsCommands();
process.exit(code);

function sayOperatorsCommands() {
  const lines = Object.entries(OPERATORS_COMMANDS).map(([name, what]) => `  kilim ${name}\n      ${what}`);
  process.stdout.write(`
Operators' commands look into the database that DATA_DIR or DATABASE_URL names:

${lines.join('\n')}

They end with 0 when all is well, with 1 when they have found something, with 2 when they could not do their work.
`);
}
