import { parseArgs } from 'node:util';
import { Basis } from '@kilim/indicators';
import { check } from './check.js';
import { CommandError, messageOf, type ExitCode, type Output } from './command.js';
import { explain } from './explain.js';
import { score } from './score.js';

export const USAGE = `kilim: the engine on the command line

  kilim check QUESTIONNAIRE [--texts FILE] [--translation FILE]...
      prints every fault of a questionnaire and its texts, and how to mend it
  kilim score QUESTIONNAIRE ANSWERS [--basis claimed|found|agreed] [--texts FILE] [--json]
      prints the scores of a file of answers
  kilim explain QUESTIONNAIRE ANSWERS CODE [--basis claimed|found|agreed] [--texts FILE] [--json]
      prints why an index, indicator or question scores what it scores

Files are JSON. Without --texts, the texts are read from texts.<source language>.json beside the questionnaire.
Ends with 0; with 1 when a file has faults; with 2 when called in another way.`;

/** Runs one command line, given without the program's name. */
export function run(args: readonly string[], output: Output): ExitCode {
  try {
    return dispatch(args, output);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.err(error.message);
    if (error.exitCode === 2) output.err('Try: kilim --help');
    return error.exitCode;
  }
}

function dispatch(args: readonly string[], output: Output): ExitCode {
  const { values, positionals } = parse(args);
  const [command, first, second, third, ...rest] = positionals;
  if (values.help === true || command === undefined) {
    (values.help === true ? output.out : output.err)(USAGE);
    return values.help === true ? 0 : 2;
  }
  const basis = Basis.safeParse(values.basis ?? 'claimed');
  if (!basis.success) throw new CommandError('--basis is one of claimed, found, agreed.', 2);
  const common = {
    ...(values.texts !== undefined && { texts: values.texts }),
    basis: basis.data,
    json: values.json === true,
  };
  const takes = (count: number) => {
    if (positionals.length - 1 !== count || rest.length > 0)
      throw new CommandError(`kilim ${command} takes ${String(count)} file or name(s).`, 2);
  };
  switch (command) {
    case 'check':
      takes(1);
      return check({ ...common, questionnaire: first ?? '', translations: values.translation ?? [] }, output);
    case 'score':
      takes(2);
      return score({ ...common, questionnaire: first ?? '', answers: second ?? '' }, output);
    case 'explain':
      takes(3);
      return explain(
        { ...common, questionnaire: first ?? '', answers: second ?? '', target: third ?? '' },
        output,
      );
    default:
      throw new CommandError(`There is no command ${command}.`, 2);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        texts: { type: 'string' },
        translation: { type: 'string', multiple: true },
        basis: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new CommandError(messageOf(error), 2);
  }
}
