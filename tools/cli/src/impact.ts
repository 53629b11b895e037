import {
  diffVersions,
  scoreImpact,
  type AreaImpact,
  type Basis,
  type ImpactArea,
  type Score,
  type ScoreImpact,
  type VersionChange,
  type VersionDocuments,
} from '@kilim/indicators';
import { basisOf } from './basis-option.js';
import { changeWords } from './change-words.js';
import { BASIS, JSON_OUTPUT, type Call, type Command, type ExitCode, type Output } from './command.js';
import { readAssessments } from './read-answers.js';
import { readVersion } from './read-version.js';
import { absenceWords } from './score-words.js';

export const IMPACT: Command = {
  name: 'impact',
  summary: 'what a change of version does to the scores of answers, and because of which change',
  takes: ['OLDER', 'NEWER', 'ANSWERS'],
  many: true,
  options: {
    basis: BASIS,
    lines: { help: 'the answers are one assessment a line (also when the file is called .ndjson or .jsonl)' },
    json: JSON_OUTPUT,
  },
  details: [
    'Answers are those to the older version; they are carried over as “kilim migrate” does, one assessment at a time.',
    'Each change is tried alone; “together” is what the changes do only in company.',
    '--json prints one document a line: first { "units": [{ "changes", "isAlone" }], "areas" }, with the keys that “kilim diff --json” gives changes; then { "name", "areas": [{ "area", "before"?, "after"?, "difference"?, "because", "together" }] } for each.',
  ],
  examples: [
    {
      says: 'Which city moves, and why:',
      line: 'impact 2026.json 2027.json cities.ndjson',
      prints: [
        'Riverton',
        '    INDEX  63 % → 44 %  (−19)',
        '        −19 because of Q2 weight (How much of it is done?)',
        '    PLAN  63 % → 44 %  (−19)',
        '        −19 because of Q2 weight (How much of it is done?)',
        'Seaford',
        '    INDEX  100 % → 100 %',
        '1 of 2 assessments move.',
      ],
    },
  ],
  run: impact,
};

function impact(call: Call, output: Output): ExitCode {
  const [older = '', newer = '', ...paths] = call.names;
  const before = readVersion({ questionnaire: older });
  const after = readVersion({ questionnaire: newer });
  const change = scoreImpact(before, after);
  const basis: Basis = basisOf(call);
  const isJson = call.flag('json');
  if (isJson) output.out(JSON.stringify({ units: change.units, areas: change.areas }));
  const reasons = isJson ? [] : reasonsOf(change, before, after);
  let [count, moved] = [0, 0];
  for (const { name, claims, findings, agreed } of readAssessments(
    paths,
    call.flag('lines'),
    before.compiled,
  )) {
    const areas = change.of({ claims, options: { basis, findings, agreed } });
    count += 1;
    if (areas.some(({ before: was, after: is, difference }) => difference !== 0 && !isSame(was, is)))
      moved += 1;
    if (isJson) output.out(JSON.stringify({ name, areas }));
    else sayImpact({ name, areas }, change, reasons, output);
  }
  if (!isJson) output.out(`${String(moved)} of ${String(count)} assessments move.`);
  return 0;
}

/** What each unit of changes is, in words. */
function reasonsOf(
  { units }: ScoreImpact,
  before: VersionDocuments,
  after: VersionDocuments,
): readonly string[] {
  const byKey = new Map(diffVersions(before, after).map((each) => [each.key, each]));
  const wordsOf = (each: VersionChange): string =>
    `${changeWords(each, before, after)}${each.title === undefined ? '' : ` (${each.title})`}`;
  return units.map(({ changes }) =>
    changes
      .flatMap((key) => byKey.get(key) ?? [])
      .map(wordsOf)
      .join(', '),
  );
}

function sayImpact(
  { name, areas }: { readonly name: string; readonly areas: readonly AreaImpact[] },
  change: ScoreImpact,
  reasons: readonly string[],
  output: Output,
): void {
  const byId = new Map(change.areas.map((each) => [each.area, each]));
  output.out(name);
  for (const { area, before, after, difference = 0, because, together } of areas) {
    const known: ImpactArea | undefined = byId.get(area);
    const by = difference === 0 ? '' : `  (${signed(difference)})`;
    output.out(
      `    ${known?.codeAfter ?? known?.codeBefore ?? area}  ${words(before)} → ${words(after)}${by}`,
    );
    for (const { unit, effect } of because)
      output.out(`        ${signed(effect)} because of ${reasons[unit] ?? ''}`);
    if (together !== 0) output.out(`        ${signed(together)} together`);
  }
}

function isSame(before: Score | undefined, after: Score | undefined): boolean {
  return (
    before?.kind === after?.kind &&
    (before?.kind !== 'scored' || after?.kind !== 'scored' || before.value === after.value)
  );
}

function words(score: Score | undefined): string {
  if (score === undefined) return 'none';
  return score.kind === 'scored' ? `${String(Math.round(score.value * 100))} %` : absenceWords(score);
}

/** A difference in whole percentage points, with its sign. */
function signed(difference: number): string {
  const points = Math.round(Math.abs(difference) * 100);
  return `${difference < 0 ? '−' : '+'}${String(points)}`;
}
