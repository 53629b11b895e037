import type * as z from 'zod';
import type { Questionnaire } from '../definition/questionnaire.js';
import { DraftQuestionnaire, WritableQuestionnaire } from './draft-content.js';

/**
 * On what terms changes are applied.
 *
 * | | |
 * |---|---|
 * | `offered` | somebody makes them now: they have to keep every rule of a draft |
 * | `settled` | they were taken once, under the rules of their day, and are made again: only their shape has to hold |
 */
export type Terms = 'offered' | 'settled';

/** What a questionnaire is held against when a change writes into it. */
export function shapeOn(terms: Terms): z.ZodType<Questionnaire> {
  return terms === 'offered' ? WritableQuestionnaire : DraftQuestionnaire;
}
