import { parseArgs } from 'node:util';
import { CommandError, messageOf, type Call, type Command, type ExitCode, type Output } from './command.js';
import { COMMANDS, findCommand } from './commands.js';
import { helpFor, overview, usageOf } from './help.js';
import { nearest } from './nearest.js';

/** Runs one command line, given without the program's name. */
export function run(args: readonly string[], output: Output): ExitCode {
  try {
    return dispatch(args, output);
  } catch (error) {
    // An error that is none of ours is a fault of the program: it is told in a sentence, too, and never as a trace.
    const isKnown = error instanceof CommandError;
    output.err(isKnown ? error.message : `kilim itself has failed: ${messageOf(error)}. Please report this.`);
    return isKnown ? error.exitCode : 1;
  }
}

function dispatch(args: readonly string[], output: Output): ExitCode {
  const [name, ...rest] = args;
  if (name === undefined) {
    output.err(overview());
    return 2;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    output.out(overview());
    return 0;
  }
  if (name === 'help') {
    output.out(helpFor(commandNamed(rest[0] ?? '')));
    return 0;
  }
  const command = commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    output.out(helpFor(command));
    return 0;
  }
  return command.run(callOf(command, rest), output);
}

function commandNamed(name: string): Command {
  const command = findCommand(name);
  if (command) return command;
  const meant = nearest(
    name,
    COMMANDS.map((each) => each.name),
  );
  const hint = meant === undefined ? 'See: kilim --help' : `Did you mean ${meant}?`;
  throw new CommandError(`There is no command ${name}. ${hint}`, 2);
}

function callOf(command: Command, args: readonly string[]): Call {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value, isList }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: isList === true } as const,
    ]),
  );
  // A lone - is standard input, which the parser takes for a name as it should.
  const { values, positionals } = parsed(command, () =>
    parseArgs({ args: [...args], allowPositionals: true, options }),
  );
  const { takes, many } = command;
  if (positionals.length < takes.length || (positionals.length > takes.length && many !== true))
    throw new CommandError(`Call it as: ${usageOf(command)}`, 2);
  if (positionals.filter((each) => each === '-').length > 1)
    throw new CommandError('Only one file can be standard input.', 2);
  return {
    names: positionals,
    value: (option) => asText(values[option]),
    list: (option) => listOf(values[option]),
    flag: (option) => values[option] === true,
  };
}

function parsed<Parsed>(command: Command, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const [, unknown] = /Unknown option '--?([^']*)'/.exec(messageOf(error)) ?? [];
    if (unknown === undefined) throw new CommandError(messageOf(error), 2);
    const meant = nearest(unknown, Object.keys(command.options));
    const hint = meant === undefined ? `See: kilim help ${command.name}` : `Did you mean --${meant}?`;
    throw new CommandError(`kilim ${command.name} has no option --${unknown}. ${hint}`, 2);
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
