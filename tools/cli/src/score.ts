import { scoreAssessment, type Basis, type IndicatorScore, type MeanScore } from '@kilim/indicators';
import type { ExitCode, Output } from './command.js';
import { readAnswers } from './read-answers.js';
import { readVersion } from './read-version.js';
import { intervalWords, scoreWords } from './score-words.js';

/** What `kilim score` is told. */
export interface ScoreRequest {
  readonly questionnaire: string;
  readonly answers: string;
  readonly texts?: string;
  readonly basis: Basis;
  readonly json: boolean;
}

/** Prints the scores of one file of answers: indices, composites and indicators, or the whole scorecard as JSON. */
export function score(
  { questionnaire, answers, texts, basis, json }: ScoreRequest,
  output: Output,
): ExitCode {
  const { compiled } = readVersion(questionnaire, texts);
  const { claims, findings, agreed } = readAnswers(answers, compiled);
  const scorecard = scoreAssessment(compiled, claims, { basis, findings, agreed });
  if (json) {
    output.out(JSON.stringify(scorecard, undefined, 2));
    return 0;
  }
  const rows = [...scorecard.indices, ...scorecard.composites, ...scorecard.indicators].map(rowOf);
  for (const line of table([['CODE', 'SCORE', 'POSSIBLE', 'ANSWERED'], ...rows])) output.out(line);
  if (scorecard.ignored.length > 0)
    output.err(`Passed over, unknown to this version: ${scorecard.ignored.join(', ')}.`);
  return 0;
}

function rowOf(area: IndicatorScore | MeanScore): readonly string[] {
  const coverage = 'coverage' in area ? `${String(Math.floor(area.coverage * 100))} %` : '';
  return [area.code, scoreWords(area), intervalWords(area), coverage];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
