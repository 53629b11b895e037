import type { QuestionnaireFault } from '@kilim/indicators';
import { styleText } from 'node:util';
import { JSON_OUTPUT, TEXTS, type Call, type Command, type ExitCode, type Output } from './command.js';
import { checkVersion } from './read-version.js';

export const CHECK: Command = {
  name: 'check',
  summary: 'every fault of a questionnaire and its texts, and how to mend it',
  takes: ['QUESTIONNAIRE'],
  options: {
    texts: TEXTS,
    translation: {
      value: 'FILE',
      isList: true,
      help: 'further texts to be checked; may be given several times',
    },
    json: JSON_OUTPUT,
  },
  details: [
    'Ends with 1 when there is an error; warnings alone end with 0.',
    '--json prints { "ok", "faults": [{ "document", "language"?, "code", "pointer", "message", "mend", "severity" }] }; "pointer" is a JSON pointer into that document.',
  ],
  examples: [
    {
      says: 'A questionnaire in which a condition looks at a question that is not there:',
      line: 'check faulty.json',
      prints: [
        'error  questionnaire:/sections/0/questions/1/askedIf/question  unknownQuestion',
        '    There is no question with the id “plan-made”. Name the id of a question of this version (its id, not its code).',
        'faulty.json: 1 error(s), 0 warning(s).',
      ],
    },
  ],
  run: check,
};

function check(call: Call, output: Output): ExitCode {
  const [questionnaire = ''] = call.names;
  const files = { questionnaire, texts: call.value('texts'), translations: call.list('translation') };
  const result = checkVersion(files);
  const faults = result.ok ? result.warnings : result.faults;
  if (call.flag('json')) output.out(JSON.stringify({ ok: result.ok, faults }, undefined, 2));
  else sayFaults(questionnaire, faults, output);
  return result.ok ? 0 : 1;
}

function sayFaults(title: string, faults: readonly QuestionnaireFault[], output: Output): void {
  for (const fault of faults) {
    const colour = fault.severity === 'error' ? 'red' : 'yellow';
    const severity = output.inColour ? styleText(colour, fault.severity) : fault.severity;
    output.out(`${severity}  ${documentOf(fault)}${fault.pointer || '/'}  ${fault.code}`);
    output.out(`    ${fault.message} ${fault.mend}`);
  }
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  output.out(
    faults.length === 0
      ? `${title}: no fault.`
      : `${title}: ${String(errors)} error(s), ${String(faults.length - errors)} warning(s).`,
  );
}

function documentOf({ document, language }: QuestionnaireFault): string {
  return language === undefined ? `${document}:` : `${document}(${language}):`;
}
