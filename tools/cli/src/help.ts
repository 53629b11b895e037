import { COMMANDS } from './commands.js';
import type { Command } from './command.js';
import { table } from './table.js';

const ENDING = `Files are JSON; - is standard input. A questionnaire is a file with all its documents
("questionnaire", "source", "translations"), or the questionnaire alone with its texts beside it.

Ends with 0 when all is well, 1 with faults in what it was given, 2 when called wrongly,
3 when a file can not be read.`;

/** What \`kilim --help\` prints. */
export function overview(): string {
  const commands = table(COMMANDS.map(({ name, summary }) => [`  ${name}`, summary]));
  return [
    'kilim: questionnaires, answers and scores on the command line',
    '',
    '  kilim COMMAND FILE...',
    '  kilim help COMMAND      what a command does, with examples',
    '',
    ...commands,
    '',
    ENDING,
  ].join('\n');
}

/** What \`kilim help COMMAND\` prints. */
export function helpFor(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, help }]) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  return [
    `${usageOf(command)}`,
    '',
    `Prints ${command.summary}.`,
    ...command.details,
    ...(options.length === 0 ? [] : ['', ...table(options)]),
    ...command.examples.flatMap(({ says, line, prints }) => [
      '',
      says,
      '',
      `  $ kilim ${line}`,
      ...prints.map((each) => `  ${each}`),
    ]),
    '',
    'Ends with 0, 1 with faults, 2 when called wrongly, 3 when a file can not be read.',
  ].join('\n');
}

/** How a command is called, in one line. */
export function usageOf({ name, takes, options, many }: Command): string {
  const further = Object.keys(options).length === 0 ? '' : ' [OPTIONS]';
  return `kilim ${[name, ...takes].join(' ')}${many === true ? '...' : ''}${further}`;
}
