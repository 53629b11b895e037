import type { CompiledIndicator } from '../definition/compiled.js';
import type { Possible } from './bounds/indicator-bounds.js';
import type { Score } from './score.js';
import type { IndicatorScore, QuestionScore } from './scorecard.js';

/**
 * Scores an indicator from its questions: Σ points × weight ÷ Σ attainable × weight over those that count, once enough
 * of them are answered.
 *
 * @param questions its scored questions, in the order of the form
 */
export function scoreIndicator(
  { id, code, rules, isInterpolated }: CompiledIndicator,
  questions: readonly QuestionScore[],
  possible?: Possible,
): IndicatorScore {
  const summed = isInterpolated ? inAddressOrder(questions) : questions;
  const numerator = summed.reduce((sum, question) => sum + question.numerator, 0);
  const denominator = questions.reduce((sum, question) => sum + question.denominator, 0);
  const answered = questions.filter(({ score }) => score.kind === 'scored').length;
  const unanswered = questions.filter(({ score }) => score.kind === 'unanswered').length;
  const applicable = answered + unanswered;
  const coverage = applicable === 0 ? 1 : answered / applicable;
  const absence = absenceOf(questions.map(({ score }) => score));
  const couldScore = applicable > 0 && denominator > 0;
  const isShort = couldScore && coverage < rules.coverageToScore;
  const score: Score = couldScore && !isShort ? { kind: 'scored', value: numerator / denominator } : absence;
  return {
    id,
    code,
    score,
    numerator,
    denominator,
    arithmetic: isInterpolated ? 'floating' : 'exact',
    ...(possible?.interval && { interval: possible.interval }),
    applicable,
    answered,
    coverage,
    rules,
    ...(isShort && { shortBy: rules.coverageToScore - coverage }),
    questions: questions.map(({ address }) => address),
  };
}

/** Why an area has no score, given those of its parts: nothing asked, nothing applicable, or something unanswered. */
export function absenceOf(parts: readonly Score[]): Score {
  const asked = parts.filter((part) => part.kind !== 'notAsked');
  if (asked.length === 0) return { kind: 'notAsked' };
  return asked.every((part) => part.kind === 'notApplicable')
    ? { kind: 'notApplicable' }
    : { kind: 'unanswered' };
}

function inAddressOrder(questions: readonly QuestionScore[]): readonly QuestionScore[] {
  return [...questions].sort((a, b) => (a.address < b.address ? -1 : 1));
}
