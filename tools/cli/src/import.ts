import { randomUUID } from 'node:crypto';
import { importSurveyJson, type ImportLoss } from '@kilim/indicators';
import { CommandError, JSON_OUTPUT, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readJson } from './read-json.js';

export const IMPORT: Command = {
  name: 'import',
  summary: 'a SurveyJS document as a questionnaire',
  takes: ['SURVEY'],
  options: {
    losses: { help: 'print only what could not be carried over' },
    json: JSON_OUTPUT,
  },
  details: [
    'Prints the questionnaire with its texts in one file; what could not be carried over is told on standard error, each with its place.',
    'A survey that “kilim export” wrote comes back as it was. Nothing in a survey is run or fetched.',
    '--json prints { "content": { "questionnaire", "source", "translations", "accepted" }, "losses": [{ "place", "what", "why", "mend"? }] }.',
  ],
  examples: [
    {
      says: 'What of a survey has no place here:',
      line: 'import survey.json --losses',
      prints: [
        '/pages/0/elements/1/enableIf  enableIf',
        '    There is nothing here that is calculated, enabled or required by an expression of this kind. Say it by conditions on questions, computed questions or rules across answers.',
        '/pages/0/elements/2  html “thanks”',
        '    It is no question, and HTML and pictures are not carried over. Say it in the introduction of the section.',
      ],
    },
  ],
  run: importSurvey,
};

function importSurvey(call: Call, output: Output): ExitCode {
  const [path = ''] = call.names;
  const imported = importSurveyJson(readJson(path), randomUUID);
  if (!imported.ok) {
    const [fault] = imported.faults;
    const why = fault ? `${fault.pointer || '/'}: ${fault.message} ${fault.mend}` : 'it has faults.';
    throw new CommandError(`${path} can not be taken in: ${why}`, 1);
  }
  const { content, losses } = imported;
  if (call.flag('json')) output.out(JSON.stringify({ content, losses }, undefined, 2));
  else if (call.flag('losses')) sayLosses(losses, output.out);
  else {
    output.out(JSON.stringify({ kilim: 'questionnaire', ...content }, undefined, 2));
    sayLosses(losses, output.err);
  }
  return 0;
}

function sayLosses(losses: readonly ImportLoss[], say: (line: string) => void): void {
  for (const { place, what, why, mend } of losses) {
    say(`${place || '/'}  ${what}`);
    say(`    ${[why, mend].join(' ').trim()}`);
  }
}
