import type { QuestionScoring } from '../../definition/compiled.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Rules } from '../../definition/questionnaire.js';
import { pointsFor } from '../derive-points.js';
import { answerClasses } from './answer-classes.js';
import { lookOf } from './leaf.js';
import { NOTHING, outcome, type Outcomes } from './outcomes.js';
import type { Slot } from './slots.js';

/** What may stand in a slot that is asked, as far as it makes a difference. */
export interface Choice {
  /** Not: declared not applicable, or a calculation without a value. */
  readonly isAnswered: boolean;
  /** The leaves that it makes true. */
  readonly holds: ReadonlySet<Leaf>;
  /** In thousandths of a point. */
  readonly least: number;
  readonly most: number;
}

/**
 * The choices of a slot, told apart by what leaves see of it.
 *
 * @returns undefined when there are too many
 */
export function choicesOf(slot: Slot, leaves: readonly Leaf[]): readonly Choice[] | undefined {
  const { content, compiled } = slot;
  const { question, scoring } = compiled;
  switch (content.kind) {
    case 'answered': {
      const worth = scoring ? pointsFor(scoring.points, content.value) : 0;
      const holds = new Set(leaves.filter((leaf) => lookOf(leaf)?.holds(content.value) === true));
      return [{ isAnswered: true, holds, least: worth, most: worth }];
    }
    case 'notApplicable':
      return [NOT_APPLICABLE];
    case 'open':
    case 'calculated': {
      const answers = answerClasses(question, leaves)?.map(({ holds, least, most }): Choice => ({
        isAnswered: true,
        holds: new Set(leaves.filter((_, at) => holds[at] === true)),
        ...{ least, most },
      }));
      if (answers === undefined) return undefined;
      const mayBeNone = question.mayNotApply === true || question.kind === 'computed' || answers.length === 0;
      return mayBeNone ? [...answers, NOT_APPLICABLE] : answers;
    }
  }
}

const NOT_APPLICABLE: Choice = { isAnswered: false, holds: new Set(), least: 0, most: 0 };

/** What a choice does to its indicator. */
export function outcomeOf(
  { isAnswered, least, most }: Choice,
  { attainable, weight }: QuestionScoring,
  rules: Rules,
): Outcomes {
  const size = attainable * weight;
  if (isAnswered) return outcome({ least: least * weight, most: most * weight, size, applies: true });
  return rules.notApplicable === 'leaveOut' ? NOTHING : outcome({ least: 0, most: 0, size, applies: false });
}
