import type { Address } from '../answers/address.js';
import type { Id } from '../definition/identity.js';
import type { IndicatorScore, QuestionScore, Scorecard } from './scorecard.js';
import type {
  Explanation,
  IndicatorExplanation,
  MeanExplanation,
  QuestionEffect,
  QuestionExplanation,
} from './trace.js';

/**
 * Explains an index, composite, indicator or question of a scorecard, down to the answers. A question stands alone as a
 * part of its indicator; in a repeated set its address says in which instance. Recomputed when asked for, never stored.
 *
 * @returns undefined when the scorecard has nothing with that id or at that address
 */
export function explainScore(scorecard: Scorecard, of: Id | Address): Explanation | undefined {
  const area = explainArea(scorecard, of);
  if (area) return area;
  const question = scorecard.questions.find((each) => each.address === of);
  if (!question) return undefined;
  return explainQuestion(
    question,
    scorecard.indicators.find((each) => each.id === question.indicator),
  );
}

function explainArea(scorecard: Scorecard, id: Id): MeanExplanation | IndicatorExplanation | undefined {
  const mean = [...scorecard.indices, ...scorecard.composites].find((each) => each.id === id);
  if (mean)
    return {
      kind: 'mean',
      mean,
      parts: mean.contributions.flatMap((contribution) => {
        const explanation = explainArea(scorecard, contribution.of);
        return explanation ? [{ contribution, explanation }] : [];
      }),
    };
  const indicator = scorecard.indicators.find((each) => each.id === id);
  if (!indicator) return undefined;
  const byAddress = new Map(scorecard.questions.map((question) => [question.address, question]));
  return {
    kind: 'indicator',
    indicator,
    parts: indicator.questions.flatMap((address) => {
      const question = byAddress.get(address);
      return question ? [explainQuestion(question, indicator)] : [];
    }),
  };
}

function explainQuestion(
  question: QuestionScore,
  indicator: IndicatorScore | undefined,
): QuestionExplanation {
  const whole = indicator?.score.kind === 'scored' ? indicator.denominator : 0;
  const partOf = (sum: number) => (whole === 0 ? 0 : sum / whole);
  return {
    kind: 'question',
    question,
    effect: effectOf(question),
    share: partOf(question.denominator),
    contribution: partOf(question.numerator),
    missed: partOf(question.denominator - question.numerator),
  };
}

function effectOf({ score, denominator }: QuestionScore): QuestionEffect {
  switch (score.kind) {
    case 'notAsked':
      return 'notAsked';
    case 'scored':
      return denominator > 0 ? 'counted' : 'leftOut';
    case 'notApplicable':
    case 'unanswered':
      return denominator > 0 ? 'countedAsZero' : 'leftOut';
  }
}
