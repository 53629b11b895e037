import * as z from 'zod';
import { Address } from '../answers/address.js';
import { Answer } from '../answers/answer.js';
import { Fault } from '../answers/fault.js';
import { Code, Id } from '../definition/identity.js';
import { Rules } from '../definition/questionnaire.js';
import { Calculation } from './calculation.js';
import { Derivation } from './derivation.js';
import { Basis, Column, Interval, Score } from './score.js';

/** One question's part in its indicator; of a question in a repeated set, one per listed instance. */
export const QuestionScore = z
  .strictObject({
    /** Where it stands: unique in the scorecard. */
    address: Address,
    id: Id,
    code: Code,
    /** The instance it is asked of; absent outside repeated sets. */
    instance: z.string().optional(),
    /** Its indicator; absent for background and narrative questions, which have no points. */
    indicator: Id.optional(),
    /** Points by attainable points; of a question without points 0 once it is answered, which counts nowhere. */
    score: Score,
    /** The answer that counted and the column it came from; absent when there is none or the question is not asked. */
    answer: Answer.optional(),
    /** Absent, too, for a computed question, whose value belongs to nobody. */
    column: Column.optional(),
    /** The finding that replaced the claim, when `column` is `finding`. */
    findingId: z.string().optional(),
    /** What a computed question was calculated from. */
    calculation: Calculation.optional(),
    /** To how many decimal places its exact value was then rounded, a half away from 0. */
    decimals: z.int().optional(),
    /** What is wrong with the answer; one with faults is kept but scores as unanswered. */
    faults: z.array(Fault).readonly(),
    /** How the answer came by its points; absent without a valid answer, and for a question without points. */
    derivation: Derivation.optional(),
    /** Points reached, in thousandths, before the weight: whole, except along a curve. */
    points: z.number(),
    /** Points attainable, in thousandths. */
    attainable: z.int(),
    /** In thousandths. */
    weight: z.int(),
    /** What it adds to its indicator's two sums: points × weight, in millionths. 0 and 0: left out. */
    numerator: z.number(),
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
    /**
     * Σ points × weight and Σ attainable × weight over the questions that count, in millionths; their quotient is the
     * score. They stand here also when too little is answered for a score.
     */
    numerator: z.number(),
    denominator: z.int(),
    /**
     * `exact`: both sums are exact integers. `floating`: it holds a question scored along a curve, so the numerator is
     * added up in doubles, in the order of the questions' addresses.
     */
    arithmetic: z.enum(['exact', 'floating']),
    /** Absent when no completion of the open answers gives it a score. */
    interval: Interval.optional(),
    /** Of the asked and applicable questions, how many there are and how many have a valid answer. */
    applicable: z.int(),
    answered: z.int(),
    /** answered ÷ applicable, 0 to 1; 1 when none is applicable. */
    coverage: z.number(),
    /** The rules it was scored by: its own where it has some, else the version's. */
    rules: Rules,
    /** How much coverage is missing for a score, 0 to 1: present when that alone keeps it from having one. */
    shortBy: z.number().optional(),
    /** Its scored questions by address, in the order of the form. */
    questions: z.array(Address).readonly(),
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
    /** Of the weights of members that are asked and apply, the share that has a score, 0 to 1; 1 when there are none. */
    coverage: z.number(),
    /** The coverage it needs for a score; 0: any. */
    coverageToScore: z.number(),
    /** How much coverage is missing for a score: present when that alone keeps it from having one. */
    shortBy: z.number().optional(),
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
    /** Addresses in the answers that the version does not ask at: unknown ids, and computed questions. */
    ignored: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Scorecard' });
export type Scorecard = z.infer<typeof Scorecard>;
