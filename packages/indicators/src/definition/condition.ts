import * as z from 'zod';
import { Formula, PlainNumber, Relation } from './formula.js';
import { Id } from './identity.js';

/** The deepest nesting of a condition or formula, and the most nodes it may have, formulas inside included (decision 9). */
export const CONDITION_MAX_DEPTH = 32;
export const CONDITION_MAX_NODES = 500;

/**
 * When a question is asked, or what must hold. A closed union: no textual language, no author-written regular
 * expressions.
 *
 * A leaf looks at answers. If a question that it looks at is hidden, unanswered, not applicable or answered with a value
 * that is not valid, the leaf is false; `not` turns that into true.
 *
 * | op | true when |
 * |---|---|
 * | `answered` | the question has a valid answer |
 * | `equals` | a yes/no answer is `value`, or a text or date is exactly `value` |
 * | `oneOf` | a single choice, or any choice of a multiple, is among `options`; for a matrix, the choice in `row` |
 * | `rankedWithin` | one of `options` is among the first `places` of a ranking |
 * | `atLeast`, `atMost` | a number, share or computed value is ≥ or ≤ `value`, bounds included |
 * | `compare` | both formulas have a value, and they stand in the `relation` |
 * | `all`, `any`, `not` | as in logic; `all` of nothing is refused by the checks |
 *
 * Within a repeated set, questions of that set mean the same instance's. From outside, a set is looked into only by the
 * formulas of `compare`.
 */
export type Condition =
  | { readonly op: 'answered'; readonly question: Id }
  | { readonly op: 'equals'; readonly question: Id; readonly value: boolean | string }
  | {
      readonly op: 'oneOf';
      readonly question: Id;
      readonly options: readonly Id[];
      readonly row?: Id | undefined;
    }
  | {
      readonly op: 'rankedWithin';
      readonly question: Id;
      readonly options: readonly Id[];
      readonly places: number;
    }
  | { readonly op: 'atLeast'; readonly question: Id; readonly value: number }
  | { readonly op: 'atMost'; readonly question: Id; readonly value: number }
  | {
      readonly op: 'compare';
      readonly left: Formula;
      readonly relation: Relation;
      readonly right: Formula;
    }
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

const looked = Id.describe('The question looked at, by its id.');

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('answered'), question: looked }),
      z.strictObject({
        op: z.literal('equals'),
        question: looked,
        value: z
          .union([z.boolean(), z.string().max(200)])
          .describe('True or false of a yes/no question; the exact words or date of a text or date.'),
      }),
      z.strictObject({
        op: z.literal('oneOf'),
        question: looked,
        options: z.array(Id).min(1).max(300).describe('Option ids, of which one must be chosen.'),
        row: Id.optional().describe('The row of a matrix; only and always for a matrix.'),
      }),
      z.strictObject({
        op: z.literal('rankedWithin'),
        question: looked,
        options: z.array(Id).min(1).max(300).describe('Option ids, of which one must stand so far in front.'),
        places: z.int().min(1).max(50).describe('How many places count, from the first.'),
      }),
      z.strictObject({ op: z.literal('atLeast'), question: looked, value: PlainNumber }),
      z.strictObject({ op: z.literal('atMost'), question: looked, value: PlainNumber }),
      z.strictObject({ op: z.literal('compare'), left: Formula, relation: Relation, right: Formula }),
      z.strictObject({ op: z.literal('all'), of: z.array(Condition).min(1).max(100) }),
      z.strictObject({ op: z.literal('any'), of: z.array(Condition).min(1).max(100) }),
      z.strictObject({ op: z.literal('not'), of: Condition }),
    ]),
  )
  .meta({
    id: 'Condition',
    title: 'Condition',
    description: 'What must hold: a tree of all, any and not over looks at answers.',
  });
