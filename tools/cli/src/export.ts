import { exportSurveyJson } from '@kilim/indicators';
import { JSON_OUTPUT, TEXTS, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readVersion } from './read-version.js';

export const EXPORT: Command = {
  name: 'export',
  summary: 'a questionnaire as a SurveyJS document',
  takes: ['QUESTIONNAIRE'],
  options: {
    texts: TEXTS,
    translation: { value: 'FILE', isList: true, help: 'further texts; may be given several times' },
    losses: { help: 'print only what SurveyJS does not heed' },
    json: JSON_OUTPUT,
  },
  details: [
    'Prints the survey; what SurveyJS does not heed rides along in its “kilim” property and is told on standard error.',
    '--json prints { "survey", "losses": [{ "pointer", "what" }] }; "pointer" is a JSON pointer into the questionnaire.',
  ],
  examples: [
    {
      says: 'What SurveyJS does not heed of a questionnaire:',
      line: 'export 2026.json --losses',
      prints: [
        '/  areas',
        '/  notApplicable',
        '/  faultyAnswers',
        '/sections/0/questions/0  scoring',
        '/sections/0/questions/1  scoring',
        '/sections/0/questions/2  scoring',
      ],
    },
  ],
  run: exportSurvey,
};

function exportSurvey(call: Call, output: Output): ExitCode {
  const [questionnaire = ''] = call.names;
  const files = { questionnaire, texts: call.value('texts'), translations: call.list('translation') };
  const { compiled, source, translations } = readVersion(files);
  const { survey, losses } = exportSurveyJson(compiled, source, translations);
  if (call.flag('json')) {
    output.out(JSON.stringify({ survey, losses }, undefined, 2));
    return 0;
  }
  const say = call.flag('losses') ? output.out : output.err;
  if (!call.flag('losses')) output.out(JSON.stringify(survey, undefined, 2));
  for (const { pointer, what } of losses) say(`${pointer || '/'}  ${what}`);
  return 0;
}
