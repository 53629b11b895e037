import { migrateAnswers, placeOf, planMigration, type GradedAnswer } from '@kilim/indicators';
import { JSON_OUTPUT, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion, type Version } from './read-version.js';
import { table } from './table.js';

export const MIGRATE: Command = {
  name: 'migrate',
  summary: 'answers of an older version as answers of a newer one, graded by what had to be done',
  takes: ['OLDER', 'NEWER', 'ANSWERS'],
  options: { json: JSON_OUTPUT },
  details: [
    'Grades: identical, compatible, proximate, tentative, impossible; nothing is made up and nothing is mended.',
    '--json prints { "answers": { address: answer }, "graded": [{ "address", "grade", "rules", "from", "to"?, "faults"? }] }; the answers can be given to “kilim score”.',
  ],
  examples: [
    {
      says: 'Into the next year:',
      line: 'migrate 2026.json 2027.json riverton.json',
      prints: ['CODE  GRADE       RULES', 'Q1    compatible  reworded', 'Q2    identical   same'],
    },
  ],
  run: migrate,
};

function migrate(call: Call, output: Output): ExitCode {
  const [older = '', newer = '', path = ''] = call.names;
  const before = readVersion({ questionnaire: older });
  const after = readVersion({ questionnaire: newer });
  const { claims } = readAnswers(path, before.compiled);
  const migrated = migrateAnswers(planMigration(before, after), claims);
  if (call.flag('json')) output.out(JSON.stringify(migrated, undefined, 2));
  else
    for (const line of table([
      ['CODE', 'GRADE', 'RULES'],
      ...migrated.graded.map((each) => rowOf(each, before)),
    ]))
      output.out(line);
  return 0;
}

function rowOf({ address, grade, rules }: GradedAnswer, { compiled }: Version): readonly string[] {
  const { question, instance } = placeOf(address);
  const code = compiled.byId.get(question)?.question.code ?? question;
  return [instance === '' ? code : `${code}@${instance}`, grade, rules.join(', ')];
}
