import type { Answers } from '../../answers/answer.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula, Relation } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { Slots } from './slots.js';

export function answered(question: string): Leaf {
  return { op: 'answered', question };
}

export function not(of: Condition): Condition {
  return { op: 'not', of };
}

export function answer(question: string): Formula {
  return { op: 'answer', question };
}

export function number(value: number): Formula {
  return { op: 'number', value };
}

export function compare(left: Formula, relation: Relation, right: Formula): Leaf {
  return { op: 'compare', left, relation, right };
}

/** The slots of some questions with some answers given. */
export function slotsOf(
  questions: readonly Question[],
  claims: Answers = {},
  changes: Partial<Questionnaire> = {},
): Slots {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  return new Slots(compiled, questionStates(compiled, answersIn(claims)));
}
