import type { Id } from '../definition/identity.js';
import type { AnswerValue } from './answer.js';

/** What conditions and formulas see from one place of an assessment: outside repeated sets, or within an instance. */
export interface Sight {
  /** The valid value of a question that is asked; undefined when there is none. */
  valueOf(question: Id): AnswerValue | undefined;
  /** The same from within each listed instance of a repeated set; none when the set is not asked. */
  within(set: Id): readonly Sight[];
}
