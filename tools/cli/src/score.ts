import {
  scoreAssessment,
  type Basis,
  type CompiledQuestionnaire,
  type IndicatorScore,
  type MeanScore,
  type Scorecard,
} from '@kilim/indicators';
import { basisOf } from './basis-option.js';
import { BASIS, JSON_OUTPUT, TEXTS, type Call, type Command, type ExitCode, type Output } from './command.js';
import { holdsLines, readAnswers, readAssessments, type AnswersFile } from './read-answers.js';
import { readVersion } from './read-version.js';
import { intervalWords, scoreWords } from './score-words.js';
import { table } from './table.js';

export const SCORE: Command = {
  name: 'score',
  summary: 'the scores of answers',
  takes: ['QUESTIONNAIRE', 'ANSWERS'],
  options: {
    texts: TEXTS,
    basis: BASIS,
    lines: { help: 'the answers are one assessment a line (also when the file is called .ndjson or .jsonl)' },
    json: JSON_OUTPUT,
  },
  details: [
    'Answers are JSON by question and option code: { "Q1": true, "Q2": "some" }; or { "name"?, "answers": …, "findings"?: […], "agreed"?: … }.',
    'One assessment a line is read and scored one at a time, however many there are.',
    '--json prints the scorecard, from which every number can be recomputed; of several, one a line: { "name", "scorecard" }.',
  ],
  examples: [
    {
      says: 'One city:',
      line: 'score 2026.json riverton.json',
      prints: ['CODE   SCORE  POSSIBLE  ANSWERED', 'INDEX  63 %   41–75 %', 'PLAN   63 %   41–75 %   66 %'],
    },
    {
      says: 'Many cities, from standard input:',
      line: 'score 2026.json - --lines < cities.ndjson',
      prints: ['Riverton  INDEX 63 %', 'Seaford  INDEX 100 %'],
    },
  ],
  run: score,
};

function score(call: Call, output: Output): ExitCode {
  const [questionnaire = '', path = ''] = call.names;
  const { compiled } = readVersion({ questionnaire, texts: call.value('texts') });
  const basis = basisOf(call);
  const isJson = call.flag('json');
  if (call.flag('lines') || holdsLines(path)) {
    for (const answers of readAssessments([path], true, compiled))
      sayLine(answers.name, scored(compiled, answers, basis), isJson, output);
    return 0;
  }
  const scorecard = scored(compiled, readAnswers(path, compiled), basis);
  if (isJson) output.out(JSON.stringify(scorecard, undefined, 2));
  else sayTable(scorecard, output);
  return 0;
}

/** The scorecard of a file of answers. */
export function scored(
  compiled: CompiledQuestionnaire,
  { claims, findings, agreed }: AnswersFile,
  basis: Basis,
): Scorecard {
  return scoreAssessment(compiled, claims, { basis, findings, agreed });
}

function sayLine(name: string, scorecard: Scorecard, isJson: boolean, output: Output): void {
  if (isJson) output.out(JSON.stringify({ name, scorecard }));
  else output.out([name, ...scorecard.indices.map((each) => `${each.code} ${scoreWords(each)}`)].join('  '));
}

function sayTable(scorecard: Scorecard, output: Output): void {
  const rows = [...scorecard.indices, ...scorecard.composites, ...scorecard.indicators].map(rowOf);
  for (const line of table([['CODE', 'SCORE', 'POSSIBLE', 'ANSWERED'], ...rows])) output.out(line);
  if (scorecard.ignored.length > 0)
    output.err(`Passed over, unknown to this version: ${scorecard.ignored.join(', ')}.`);
}

function rowOf(area: IndicatorScore | MeanScore): readonly string[] {
  const coverage = 'applicable' in area ? `${String(Math.floor(area.coverage * 100))} %` : '';
  return [area.code, scoreWords(area), intervalWords(area), coverage];
}
