import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readSettings } from '../config/settings.js';
import { tellWhy } from '../config/tell-why.js';
import { placeOf } from '../database/place.js';
import { CommandFault, type Command } from './command.js';
import { rebuild } from './rebuild.js';
import { TerminalLog } from './terminal-log.js';
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
  tellWhy(`kilim ${name}:`, error);
  process.exitCode = 2;
}

async function run(name: string, words: readonly string[]): Promise<boolean> {
  const command = COMMANDS.get(name);
  if (!command) throw new CommandFault(`there is no such command, but ${[...COMMANDS.keys()].join(', ')}.`);
  // An empty database stays empty: a command makes no demonstration.
  const settings = readSettings({ KILIM_MODE: 'production' });
  const place = placeOf(settings);
  if (place.kind === 'sqlite' && !existsSync(place.file))
    throw new CommandFault(`there is no database ${place.file}; DATA_DIR names its folder.`);
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: new TerminalLog(),
    abortOnError: false,
  });
  try {
    return await command({ app, words, print: (line) => process.stdout.write(`${line}\n`) });
  } finally {
    await app.close();
  }
}
