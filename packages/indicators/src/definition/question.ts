import * as z from 'zod';
import { Condition } from './condition.js';
import { Decimal } from './decimal.js';
import { EvidenceRule } from './evidence-rule.js';
import { Formula, PlainNumber } from './formula.js';
import { Code, Id } from './identity.js';
import { Option, RankedOption, Row } from './option.js';
import { FILES_MAXIMUM, INSTANCES_MAXIMUM } from './question-limits.js';
import { scale } from './scale.js';

const everyQuestion = {
  id: Id,
  code: Code,
  derivedFrom: Id.optional().describe('The question this one was copied from, in this or another version.'),
  indicator: Id.optional().describe(
    'The indicator whose score it feeds; absent: background or narrative, never scored.',
  ),
  weight: Decimal.optional().describe(
    'How much its points count within the indicator; 1 unless given. Only with “indicator”.',
  ),
  required: z.boolean().describe('Whether a city must answer it before it submits.'),
  mayNotApply: z
    .boolean()
    .optional()
    .describe('Whether a city may declare, with a reason, that it does not apply; no unless given.'),
  askedIf: Condition.optional().describe(
    'When it is asked; absent: always. Looks at any question of the assessment, in whatever section.',
  ),
  evidence: EvidenceRule.optional().describe('Which evidence its answer should have; absent: none.'),
  quality: z
    .enum(['asked', 'required'])
    .optional()
    .describe('Whether the class of data quality is asked for beside a figure; absent: it is not.'),
};

const decimals = z.int().min(0).max(6);

const plainKinds = [
  /** Yes or no; `points` says what each is worth. The value is a boolean. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('yesNo'),
    points: z.strictObject({ yes: Decimal, no: Decimal }).optional(),
  }),
  /** Exactly one choice. The value is an option's id. */
  z.strictObject({ ...everyQuestion, kind: z.literal('single'), options: z.array(Option).min(2).max(300) }),
  /** Several choices, at least one. Points add up to `cap` at most. The value is a list of option ids. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('multiple'),
    options: z.array(Option).min(2).max(300),
    cap: Decimal.optional().describe('The most points that choices add up to.'),
    minimum: z
      .int()
      .min(1)
      .max(300)
      .optional()
      .describe('The fewest choices, 1 unless given; an exclusive one stands alone all the same.'),
    maximum: z.int().min(1).max(300).optional().describe('The most choices; all unless given.'),
  }),
  /** A number in `unit`; the value is that number as typed, with at most `decimals` places. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('number'),
    unit: Code,
    minimum: PlainNumber,
    maximum: PlainNumber,
    decimals: decimals.describe('How many decimal places an answer may have.'),
    ...scale,
  }),
  /** A share in percent, 0 to 100; the value is the percentage as typed (31.2, not 0.312). */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('share'),
    decimals: decimals.describe('How many decimal places an answer may have.'),
    ...scale,
  }),
  /** One choice per row; each row scores its column's points. The value maps every row id to a column id. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('matrix'),
    rows: z.array(Row).min(1).max(30),
    columns: z.array(Option).min(2).max(10),
  }),
  /**
   * Options in order, the first before all others. An option that `counts` brings the points of the place it is put
   * (`places[0]` for the first, and so on; beyond the list 0). The value is the list of option ids in that order.
   */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('ranking'),
    options: z.array(RankedOption).min(2).max(50),
    ranked: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe('How many are put in order (“name the first three”); all unless given.'),
    places: z
      .array(Decimal)
      .min(1)
      .max(50)
      .optional()
      .describe('Points for the first place, the second and so on, for options that count.'),
  }),
  /** Evidence is itself the answer. The value is a list of evidence ids; `points` for giving any. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('file'),
    points: Decimal.optional().describe('What giving it is worth.'),
    minimum: z.int().min(1).max(FILES_MAXIMUM).optional().describe('The fewest pieces; 1 unless given.'),
    maximum: z.int().min(1).max(FILES_MAXIMUM).optional().describe('The most pieces; 50 unless given.'),
  }),
  /** A calendar date; the value is `YYYY-MM-DD`. */
  z.strictObject({ ...everyQuestion, kind: z.literal('date') }),
  /** Words, never scored. `narrative` marks the qualitative answer an indicator ends with. */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('text'),
    maxLength: z.int().min(1).max(20_000),
    narrative: z
      .boolean()
      .optional()
      .describe('The qualitative answer, in the city’s own words, that an indicator ends with.'),
  }),
  /**
   * Calculated from other answers: nobody answers it. Its value is the formula's, rounded to `decimals` places, a half away from 0;
   * it is shown, looked at and scored as that.
   */
  z.strictObject({
    ...everyQuestion,
    kind: z.literal('computed'),
    formula: Formula,
    unit: Code.optional(),
    decimals: decimals.describe('To how many decimal places its value is rounded, a half away from 0.'),
    ...scale,
  }),
] as const;

/** A question that is answered once, or once per instance of the repeated set it stands in. */
export const PlainQuestion = z.discriminatedUnion('kind', plainKinds).meta({ id: 'PlainQuestion' });
export type PlainQuestion = z.infer<typeof PlainQuestion>;

/**
 * Questions that are answered once for each of several things (the city's youth centres, its shelters). The value is
 * the ordered list of instance ids; what is answered within is addressed by question and instance. Every instance's
 * question counts in its indicator as a question of its own; the set itself is never scored.
 */
export const RepeatedSet = z
  .strictObject({
    ...everyQuestion,
    kind: z.literal('set'),
    questions: z.array(PlainQuestion).min(1).max(30).describe('What is asked of each instance.'),
    minimum: z.int().min(0).max(INSTANCES_MAXIMUM).describe('The fewest instances; 0: there may be none.'),
    maximum: z.int().min(1).max(INSTANCES_MAXIMUM).describe('The most instances.'),
  })
  .meta({ id: 'RepeatedSet' });
export type RepeatedSet = z.infer<typeof RepeatedSet>;

export const Question = z.discriminatedUnion('kind', [...plainKinds, RepeatedSet]).meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
