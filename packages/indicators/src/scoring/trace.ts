import * as z from 'zod';
import { Contribution, IndicatorScore, MeanScore, QuestionScore } from './scorecard.js';

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
