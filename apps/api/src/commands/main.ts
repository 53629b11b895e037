import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readSettings } from '../config/settings.js';
import type { Command } from './command.js';
import { rebuild } from './rebuild.js';
import { verifyAudit } from './verify-audit.js';
import { verifyFiles } from './verify-files.js';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['rebuild', rebuild],
  ['verify-audit', verifyAudit],
  ['verify-files', verifyFiles],
]);

/**
 * Runs an operator's command on the database that the environment names, without listening to anybody. Ends with 0 when
 * all is well, 1 when the command has found something, 2 when it could not do its work.
 */
const [name = '', ...words] = process.argv.slice(2);
try {
  process.exitCode = (await run(name, words)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function run(name: string, words: readonly string[]): Promise<boolean> {
  const command = COMMANDS.get(name);
  if (!command)
    throw new Error(`There is no command “${name}”. Commands: ${[...COMMANDS.keys()].join(', ')}.`);
  // An empty database stays empty: a command makes no demonstration.
  const settings = readSettings({ KILIM_MODE: 'production' });
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await command({ app, words, print: (line) => process.stdout.write(`${line}\n`) });
  } finally {
    await app.close();
  }
}
