import { countChanges, diffVersions, type VersionChange } from '@kilim/indicators';
import { changeWords } from './change-words.js';
import { JSON_OUTPUT, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readVersion } from './read-version.js';

export const DIFF: Command = {
  name: 'diff',
  summary: 'in what two versions differ: wording, meaning, options, conditions, weights, structure, rules',
  takes: ['OLDER', 'NEWER'],
  options: { json: JSON_OUTPUT },
  details: [
    'Compares by id: renaming or moving a thing does not make it another. Other words that a person must judge are marked.',
    'Ends with 0 whether there are differences or not.',
    '--json prints { "counts": { kind: number, …, "toJudge" }, "changes": [{ "key", "kind", "change", "part", …, "from"?, "to"? }] }.',
  ],
  examples: [
    {
      says: 'From one year to the next:',
      line: 'diff 2026.json 2027.json',
      prints: [
        'wording  Q1 title (en), to be judged',
        '    “Has the city a plan?” → “Has the city adopted a plan?”',
        'weights  Q2 weight',
        '    none → 3',
        '2 changes: 1 wording, 1 weights; 1 to be judged by a person.',
      ],
    },
  ],
  run: diff,
};

function diff(call: Call, output: Output): ExitCode {
  const [older = '', newer = ''] = call.names;
  const [before, after] = [readVersion({ questionnaire: older }), readVersion({ questionnaire: newer })];
  const changes = diffVersions(before, after);
  const counts = countChanges(changes);
  if (call.flag('json')) {
    output.out(JSON.stringify({ counts, changes }, undefined, 2));
    return 0;
  }
  for (const change of changes) sayChange(change, changeWords(change, before, after), output);
  const { toJudge, ...kinds } = counts;
  const told = Object.entries(kinds).flatMap(([kind, count]) =>
    count > 0 ? [`${String(count)} ${kind}`] : [],
  );
  const judged = toJudge > 0 ? `; ${String(toJudge)} to be judged by a person` : '';
  output.out(
    changes.length === 0
      ? 'No difference.'
      : `${String(changes.length)} changes: ${told.join(', ')}${judged}.`,
  );
  return 0;
}

function sayChange({ kind, change, toJudge, from, to }: VersionChange, words: string, output: Output): void {
  output.out(`${kind}  ${words}${toJudge === true ? ', to be judged' : ''}`);
  if (change === 'field' || change === 'text') output.out(`    ${valueWords(from)} → ${valueWords(to)}`);
}

const LONGEST = 100;

/** A value in one line. */
function valueWords(value: unknown): string {
  if (value === undefined) return 'none';
  const words = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
