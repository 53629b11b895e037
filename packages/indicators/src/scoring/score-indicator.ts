import type { CompiledIndicator } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import type { Possible } from './bounds.js';
import type { Score } from './score.js';
import type { IndicatorScore, QuestionScore } from './scorecard.js';

/** Scores an indicator from its questions: Σ points × weight ÷ Σ attainable × weight over those that count. */
export function scoreIndicator(
  indicator: CompiledIndicator,
  scores: ReadonlyMap<Id, QuestionScore>,
  possible: Possible,
): IndicatorScore {
  const questions = indicator.questions.flatMap(({ question }) => scores.get(question.id) ?? []);
  const numerator = questions.reduce((sum, question) => sum + question.numerator, 0);
  const denominator = questions.reduce((sum, question) => sum + question.denominator, 0);
  const answered = questions.filter(({ score }) => score.kind === 'scored').length;
  const unanswered = questions.filter(({ score }) => score.kind === 'unanswered').length;
  const applicable = answered + unanswered;
  const absence = absenceOf(questions.map(({ score }) => score));
  const hasScore = applicable > 0 && denominator > 0;
  return {
    id: indicator.id,
    code: indicator.code,
    score: hasScore ? { kind: 'scored', value: numerator / denominator } : absence,
    numerator,
    denominator,
    ...(possible.interval && { interval: possible.interval }),
    coverage: applicable === 0 ? 1 : answered / applicable,
    questions: questions.map((question) => question.id),
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
