import * as z from 'zod';
import { Id } from '../definition/identity.js';
import type { Address } from './address.js';

/** The longest text an answer may hold, in UTF-16 units; a question's own `maxLength` is usually lower. */
export const ANSWER_TEXT_MAXIMUM = 20_000;

/**
 * The value of one answer, as JSON. Which shape is right depends on the question's kind:
 *
 * | kind | value |
 * |---|---|
 * | yesNo | boolean |
 * | single | option id |
 * | multiple | list of option ids, each once, in any order |
 * | number, share | number as typed |
 * | matrix | record of row id → column id; rows not yet answered are left out |
 * | ranking | list of option ids, the first place first |
 * | file | list of evidence ids, each once, in any order |
 * | date | `YYYY-MM-DD` |
 * | text | the words |
 * | set | list of instance ids, in the order in which they are shown |
 * | computed | none: it is calculated |
 *
 * The schema admits any of them: a value that does not fit its question is kept and marked by {@link validateAnswer}.
 */
export const AnswerValue = z
  .union([
    z.boolean(),
    z.number(),
    z.string().max(ANSWER_TEXT_MAXIMUM),
    z.array(Id).max(300),
    z.record(Id, Id).refine((value) => Object.keys(value).length <= 100, 'at most 100 rows'),
  ])
  .meta({ id: 'AnswerValue' });
export type AnswerValue = z.infer<typeof AnswerValue>;

/** What stands in one question's place: a value, or the statement that the question does not apply. Absent: unanswered. */
export const Answer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value'), value: AnswerValue }),
    z.strictObject({ kind: z.literal('notApplicable') }),
  ])
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

/**
 * The answers of one assessment by address, in one column; a question without an entry is unanswered. Answers within an
 * instance that its set does not list are kept and do not count.
 */
export type Answers = Readonly<Record<Address, Answer>>;
