import * as z from 'zod';
import { Id } from './identity.js';

/** The largest number, up or down, that a version may name: keeps every sum far from the end of what a double holds. */
export const NUMBER_MAXIMUM = 1e15;

/** A number that a version names: a bound, a constant, the start of a band. */
export const PlainNumber = z.number().min(-NUMBER_MAXIMUM).max(NUMBER_MAXIMUM);

/**
 * A calculation with answers: a tree, no textual language. Calculated exactly, as fractions: 0.1 + 0.2 is 0.3.
 *
 * | op | its value | absent when |
 * |---|---|---|
 * | `number` | `value` | never |
 * | `answer` | the number that the answer to `question` stands for, see below | the question is hidden, unanswered, not applicable or answered with a value that is not valid |
 * | `add`, `multiply` | all parts added up or multiplied | any part is absent |
 * | `subtract` | the first part without the second | either part is absent |
 * | `divide` | the first part by the second | either part is absent, or the second is 0 |
 * | `sum`, `min`, `max` | of the parts that are there | no part is there |
 * | `count` | how many parts are there | never: it is then 0 |
 *
 * With `over`, a repeated set's id, `sum`, `min`, `max` and `count` take their parts once per listed instance; within
 * them, questions of that set mean the instance's own. A hidden set, or one without instances, has no parts.
 *
 * | the answer to | stands for |
 * |---|---|
 * | a number, share or computed question | itself |
 * | a yes/no question | 1 for yes, 0 for no |
 * | a multiple, ranking or file question, a repeated set | how many are chosen, ranked, given, listed |
 *
 * No value is ever infinite or not a number; one beyond what a double holds is absent.
 */
export type Formula =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'answer'; readonly question: Id }
  | { readonly op: 'add' | 'multiply'; readonly of: readonly Formula[] }
  | { readonly op: 'subtract' | 'divide'; readonly of: readonly [Formula, Formula] }
  | Aggregate;

/** What is taken of many parts, some of which may be absent. */
export interface Aggregate {
  readonly op: 'sum' | 'min' | 'max' | 'count';
  readonly of: readonly Formula[];
  readonly over?: Id | undefined;
}

export const Formula: z.ZodType<Formula> = z
  .lazy(() =>
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('number'), value: PlainNumber.describe('The constant.') }),
      z.strictObject({
        op: z.literal('answer'),
        question: Id.describe('Whose answer: the id of a question.'),
      }),
      z.strictObject({ op: z.enum(['add', 'multiply']), of: z.array(Formula).min(2).max(100) }),
      z.strictObject({ op: z.enum(['subtract', 'divide']), of: z.tuple([Formula, Formula]) }),
      z.strictObject({
        op: z.enum(['sum', 'min', 'max', 'count']),
        of: z.array(Formula).min(1).max(100),
        over: Id.optional().describe('A repeated set: the parts are taken once per instance.'),
      }),
    ]),
  )
  .meta({
    id: 'Formula',
    title: 'Formula',
    description: 'A calculation with answers: + − × ÷, sum, min, max, count, numbers and answers.',
  });

/** How two formulas stand to each other. */
export const Relation = z
  .enum(['equal', 'notEqual', 'below', 'atMost', 'above', 'atLeast'])
  .meta({ id: 'Relation' });
export type Relation = z.infer<typeof Relation>;
