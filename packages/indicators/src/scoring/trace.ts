import * as z from 'zod';
import type { Address } from '../answers/address.js';
import type { Id } from '../definition/identity.js';
import { Contribution, IndicatorScore, MeanScore, QuestionScore, type Scorecard } from './scorecard.js';

/** What became of a question within its indicator. */
export const QuestionEffect = z
  .enum(['counted', 'countedAsZero', 'leftOut', 'notAsked'])
  .meta({ id: 'QuestionEffect' });
export type QuestionEffect = z.infer<typeof QuestionEffect>;

/** A question's answer and what it did to its indicator. */
export const QuestionExplanation = z
  .strictObject({
    kind: z.literal('question'),
    question: QuestionScore,
    effect: QuestionEffect,
    /** Its part of the indicator's attainable sum, 0 to 1. */
    share: z.number(),
    /** What it adds to the indicator's score: these add up to it. */
    contribution: z.number(),
    /** What a better answer could still have added: share − contribution. */
    missed: z.number(),
  })
  .meta({ id: 'QuestionExplanation' });
export type QuestionExplanation = z.infer<typeof QuestionExplanation>;

/** An indicator and its questions, in the order of the form. */
export const IndicatorExplanation = z
  .strictObject({
    kind: z.literal('indicator'),
    indicator: IndicatorScore,
    parts: z.array(QuestionExplanation).readonly(),
  })
  .meta({ id: 'IndicatorExplanation' });
export type IndicatorExplanation = z.infer<typeof IndicatorExplanation>;

/** A composite or index and what it is the mean of, each explained in turn. */
export interface MeanExplanation {
  readonly kind: 'mean';
  readonly mean: MeanScore;
  readonly parts: readonly {
    readonly contribution: Contribution;
    readonly explanation: MeanExplanation | IndicatorExplanation;
  }[];
}
export const MeanExplanation: z.ZodType<MeanExplanation> = z
  .lazy(() =>
    z.strictObject({
      kind: z.literal('mean'),
      mean: MeanScore,
      parts: z
        .array(
          z.strictObject({
            contribution: Contribution,
            explanation: z.union([MeanExplanation, IndicatorExplanation]),
          }),
        )
        .readonly(),
    }),
  )
  .meta({ id: 'MeanExplanation' });

/** Why something scores what it scores, down to the answers; data, which a screen turns into sentences. */
export const Explanation = z
  .union([MeanExplanation, IndicatorExplanation, QuestionExplanation])
  .meta({ id: 'Explanation' });
export type Explanation = MeanExplanation | IndicatorExplanation | QuestionExplanation;

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
