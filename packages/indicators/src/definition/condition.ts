import * as z from 'zod';
import { Id } from './identity.js';

/** The deepest nesting of a condition, and the most nodes it may have (decision 9). */
export const CONDITION_MAX_DEPTH = 32;
export const CONDITION_MAX_NODES = 500;

/**
 * When a question is asked. A closed union: no textual language, no author-written regular expressions.
 *
 * A leaf looks at one question. If that question is hidden, unanswered, not applicable or answered with a value that
 * is not valid, the leaf is false; `not` turns that into true.
 *
 * | op | true when |
 * |---|---|
 * | `answered` | the question has a valid answer |
 * | `equals` | a yes/no answer is `value`, or a text or date is exactly `value` |
 * | `oneOf` | a single choice, or any choice of a multiple, is among `options`; for a matrix, the choice in `row` |
 * | `atLeast`, `atMost` | a number or share is ≥ or ≤ `value`, bounds included |
 * | `all`, `any`, `not` | as in logic; `all` of nothing is refused by the checks |
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
  | { readonly op: 'atLeast'; readonly question: Id; readonly value: number }
  | { readonly op: 'atMost'; readonly question: Id; readonly value: number }
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('answered'), question: Id }),
      z.strictObject({
        op: z.literal('equals'),
        question: Id,
        value: z.union([z.boolean(), z.string().max(200)]),
      }),
      z.strictObject({
        op: z.literal('oneOf'),
        question: Id,
        options: z.array(Id).min(1).max(100),
        row: Id.optional(),
      }),
      z.strictObject({ op: z.literal('atLeast'), question: Id, value: z.number() }),
      z.strictObject({ op: z.literal('atMost'), question: Id, value: z.number() }),
      z.strictObject({ op: z.literal('all'), of: z.array(Condition).min(1).max(100) }),
      z.strictObject({ op: z.literal('any'), of: z.array(Condition).min(1).max(100) }),
      z.strictObject({ op: z.literal('not'), of: Condition }),
    ]),
  )
  .meta({ id: 'Condition' });
