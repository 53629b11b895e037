import * as z from 'zod';
import { Condition } from './condition.js';
import { Decimal } from './decimal.js';
import { Code, Id } from './identity.js';

/** One choice of a single or multiple question, or one column of a matrix. No `points` means the choice scores 0. */
export const Option = z
  .strictObject({
    id: Id,
    code: Code,
    points: Decimal.optional(),
    /** On a multiple question: choosing this one excludes all others (“none of these”). */
    exclusive: z.boolean().optional(),
  })
  .meta({ id: 'Option' });
export type Option = z.infer<typeof Option>;

/** One line of a matrix. */
export const Row = z.strictObject({ id: Id, code: Code }).meta({ id: 'Row' });
export type Row = z.infer<typeof Row>;

/**
 * Points for a number from `from` (included) up to the next band's `from` (excluded); the last band is open upwards.
 * Bands stand in rising order and the first begins at the question's minimum, so that every valid number has one.
 */
export const Band = z.strictObject({ from: z.number(), points: Decimal }).meta({ id: 'Band' });
export type Band = z.infer<typeof Band>;

const everyQuestion = {
  id: Id,
  code: Code,
  /** The question this one was copied from, in this or another version. */
  derivedFrom: Id.optional(),
  /** The indicator whose score it feeds; absent: background or narrative, never scored. */
  indicator: Id.optional(),
  /** How much its points count within the indicator; 1 unless given. Only with `indicator`. */
  weight: Decimal.optional(),
  /** A city must answer it, or say why it does not apply, before it submits. */
  required: z.boolean(),
  /** When it is asked; absent: always. Looks at any question of the assessment, in whatever section. */
  askedIf: Condition.optional(),
};

const positiveCount = z.number().int().min(1).max(20_000);

export const Question = z
  .discriminatedUnion('kind', [
    /** Yes or no; `points` says what each is worth. The value is a boolean. */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('yesNo'),
      points: z.strictObject({ yes: Decimal, no: Decimal }).optional(),
    }),
    /** Exactly one choice. The value is an option's id. */
    z.strictObject({ ...everyQuestion, kind: z.literal('single'), options: z.array(Option).min(2).max(50) }),
    /** Any number of choices, at least one. Points add up to `cap` at most. The value is a list of option ids. */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('multiple'),
      options: z.array(Option).min(2).max(50),
      cap: Decimal.optional(),
    }),
    /** A number in `unit`; the value is that number as typed, with at most `decimals` places. */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('number'),
      unit: Code,
      minimum: z.number(),
      maximum: z.number(),
      decimals: z.number().int().min(0).max(6),
      bands: z.array(Band).min(1).max(20).optional(),
    }),
    /** A share in percent, 0 to 100; the value is the percentage as typed (31.2, not 0.312). */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('share'),
      decimals: z.number().int().min(0).max(6),
      bands: z.array(Band).min(1).max(20).optional(),
    }),
    /** One choice per row; each row scores its column's points. The value maps every row id to a column id. */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('matrix'),
      rows: z.array(Row).min(1).max(30),
      columns: z.array(Option).min(2).max(10),
    }),
    /** A calendar date; the value is `YYYY-MM-DD`. */
    z.strictObject({ ...everyQuestion, kind: z.literal('date') }),
    /** Words, never scored. `narrative` marks the qualitative answer an indicator ends with. */
    z.strictObject({
      ...everyQuestion,
      kind: z.literal('text'),
      maxLength: positiveCount,
      narrative: z.boolean().optional(),
    }),
  ])
  .meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
