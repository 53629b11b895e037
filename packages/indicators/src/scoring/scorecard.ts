import * as z from 'zod';
import { Answer } from '../answers/answer.js';
import { Fault } from '../answers/fault.js';
import { Code, Id } from '../definition/identity.js';
import { Basis, Column, Interval, Score } from './score.js';

/** One question's part in its indicator. */
export const QuestionScore = z
  .strictObject({
    id: Id,
    code: Code,
    /** Its indicator; absent for background and narrative questions, which have no points. */
    indicator: Id.optional(),
    /** Points by attainable points; of a question without points 0 once it is answered, which counts nowhere. */
    score: Score,
    /** The answer that counted and the column it came from; absent when there is none or the question is not asked. */
    answer: Answer.optional(),
    column: Column.optional(),
    /** The finding that replaced the claim, when `column` is `finding`. */
    findingId: z.string().optional(),
    /** What is wrong with the answer; one with faults is kept but scores as unanswered. */
    faults: z.array(Fault).readonly(),
    /** Points reached and attainable, in thousandths, before the weight. */
    points: z.int(),
    attainable: z.int(),
    /** In thousandths. */
    weight: z.int(),
    /** What it adds to its indicator's two sums: points × weight, exact integers in millionths. 0 and 0: left out. */
    numerator: z.int(),
    denominator: z.int(),
  })
  .meta({ id: 'QuestionScore' });
export type QuestionScore = z.infer<typeof QuestionScore>;

/** One scored area. */
export const IndicatorScore = z
  .strictObject({
    id: Id,
    code: Code,
    score: Score,
    /** Σ points × weight and Σ attainable × weight over the questions that count: exact integers in millionths. */
    numerator: z.int(),
    denominator: z.int(),
    /** Absent when no completion of the open answers gives it a score. */
    interval: Interval.optional(),
    /** Share of the asked and applicable questions that have a valid answer, 0 to 1; 1 when none is. */
    coverage: z.number(),
    /** Its scored questions, in the order of the form. */
    questions: z.array(Id).readonly(),
  })
  .meta({ id: 'IndicatorScore' });
export type IndicatorScore = z.infer<typeof IndicatorScore>;

/** One term of a weighted mean. */
export const Contribution = z
  .strictObject({
    of: Id,
    code: Code,
    score: Score,
    /** In thousandths, as the version gives it. */
    weight: z.int(),
    /** Its share of the weights of all that counts, 0 to 1; 0 when it does not count. */
    share: z.number(),
    /** share × value: the contributions of a mean add up to its score. */
    contribution: z.number(),
  })
  .meta({ id: 'Contribution' });
export type Contribution = z.infer<typeof Contribution>;

/** A weighted mean: the lens, the core index, the extended index. */
export const MeanScore = z
  .strictObject({
    id: Id,
    code: Code,
    score: Score,
    /** Absent when no completion of the open answers gives it a score. */
    interval: Interval.optional(),
    contributions: z.array(Contribution).readonly(),
  })
  .meta({ id: 'MeanScore' });
export type MeanScore = z.infer<typeof MeanScore>;

/** All scores of one assessment on one basis, each with what it was made of. Plain data: survives JSON unchanged. */
export const Scorecard = z
  .strictObject({
    basis: Basis,
    indices: z.array(MeanScore).readonly(),
    composites: z.array(MeanScore).readonly(),
    indicators: z.array(IndicatorScore).readonly(),
    questions: z.array(QuestionScore).readonly(),
    /** Ids in the answers that the version does not know. */
    ignored: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Scorecard' });
export type Scorecard = z.infer<typeof Scorecard>;
