import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readSettings } from '../config/settings.js';
import { tellWhy } from '../config/tell-why.js';
import { placeOf } from '../database/place.js';
import { CommandFault, type Command } from './command.js';

/** An operator's command before it runs: which words may follow its name, and where its work stands. */
interface Offered {
  readonly takes: readonly string[];
  readonly load: () => Promise<Command>;
}

const COMMANDS: ReadonlyMap<string, Offered> = new Map([
  ['rebuild', { takes: ['--check'], load: async () => (await import('./rebuild.js')).rebuild }],
  ['verify-audit', { takes: [], load: async () => (await import('./verify-audit.js')).verifyAudit }],
  ['verify-files', { takes: [], load: async () => (await import('./verify-files.js')).verifyFiles }],
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
  const { load } = offered(name, words);
  // An empty database stays empty: a command makes no demonstration.
  const settings = readSettings({ KILIM_MODE: 'production' });
  const place = placeOf(settings);
  if (place.kind === 'sqlite' && !existsSync(place.file))
    throw new CommandFault(`there is no database ${place.file}; DATA_DIR names its folder.`);
  // Only now what takes long to load: what is wrong with the words and the settings is said at once.
  const [command, { NestFactory }, { AppModule }, { TerminalLog }] = await Promise.all([
    load(),
    import('@nestjs/core'),
    import('../app.module.js'),
    import('./terminal-log.js'),
  ]);
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

/** @throws CommandFault when there is no such command, or it does not take these words */
function offered(name: string, words: readonly string[]): Offered {
  const command = COMMANDS.get(name);
  if (!command) throw new CommandFault(`there is no such command, but ${[...COMMANDS.keys()].join(', ')}.`);
  const unknown = words.filter((word) => !command.takes.includes(word));
  if (unknown.length > 0)
    throw new CommandFault(
      `${name} takes ${[...command.takes, 'nothing'].join(' or ')}, not ${unknown.join(' ')}.`,
    );
  return command;
}
