import type { Condition } from '../../definition/condition.js';
import type { Formula } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import { lookedAt, lookedAtByFormula } from '../../definition/looked-at.js';
import type { Question } from '../../definition/question.js';
import type { Section } from '../../definition/questionnaire.js';
import { keepsLimits } from './read-expressions.js';

/** The formulas, by id, of computed questions within sets that SurveyJS never shows. */
export type Calculations = ReadonlyMap<Id, Formula>;

/**
 * Writes calculations out of sight where they are looked at, and takes their questions away: SurveyJS takes sums only of
 * what stands in the panels of a set, so whoever adds up a product hides a question for it; our formulas need none.
 *
 * A calculation stays a question when something looks at it in another way (that it has a value), when it takes sums or
 * looks at calculations itself, where a formula would grow beyond its limits, and when nothing looks at it.
 *
 * @param isOurs whether a calculation stands there only because our export put it there: then it goes unless something
 * looks at it
 */
export function calculateInPlace(
  sections: readonly Section[],
  calculations: Calculations,
  isOurs: (id: Id) => boolean,
): { readonly sections: Section[]; readonly gone: ReadonlySet<Id> } {
  const plain = new Map([...calculations].filter(([, formula]) => isPlain(formula, calculations)));
  const before = lookedAtIn(sections);
  const written = changed(sections, (question) => withFormulasIn(question, plain));
  const after = lookedAtIn(written);
  const gone = new Set(
    [...calculations.keys()].filter((id) => !after.has(id) && (before.has(id) || isOurs(id))),
  );
  return { sections: changed(written, (question) => (gone.has(question.id) ? undefined : question)), gone };
}

/** Whether it means the same where it is looked at as in its place, and leads to no other calculation. */
function isPlain(formula: Formula, calculations: Calculations): boolean {
  switch (formula.op) {
    case 'number':
      return true;
    case 'answer':
      return !calculations.has(formula.question);
    default:
      return !('over' in formula) && formula.of.every((part) => isPlain(part, calculations));
  }
}

function lookedAtIn(sections: readonly Section[]): ReadonlySet<Id> {
  const questions = sections.flatMap((section) => section.questions.flatMap(withThoseWithin));
  return new Set(questions.flatMap(lookedAtBy));
}

function lookedAtBy(question: Question): readonly Id[] {
  const byFormula = question.kind === 'computed' ? lookedAtByFormula(question.formula) : [];
  return [...lookedAt(question.askedIf), ...byFormula];
}

function withThoseWithin(question: Question): readonly Question[] {
  return question.kind === 'set' ? [question, ...question.questions] : [question];
}

/** All questions, those within sets first, as they become; without those that become nothing. */
function changed(
  sections: readonly Section[],
  become: (question: Question) => Question | undefined,
): Section[] {
  const within = (question: Question): Question => {
    if (question.kind !== 'set') return question;
    const questions = question.questions.map(become);
    return {
      ...question,
      questions: questions.filter((each) => each !== undefined && each.kind !== 'set'),
    };
  };
  return sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => become(within(question)) ?? []),
  }));
}

function withFormulasIn(question: Question, calculations: Calculations): Question {
  if (!lookedAtBy(question).some((id) => calculations.has(id))) return question;
  const askedIf = question.askedIf && inCondition(question.askedIf, calculations);
  const asked = askedIf !== undefined && keepsLimits(askedIf) ? { ...question, askedIf } : question;
  if (asked.kind !== 'computed') return asked;
  const formula = inFormula(asked.formula, calculations);
  return keepsLimits(formula) ? { ...asked, formula } : asked;
}

function inCondition(condition: Condition, calculations: Calculations): Condition {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => inCondition(part, calculations)) };
    case 'not':
      return { ...condition, of: inCondition(condition.of, calculations) };
    case 'compare':
      return {
        ...condition,
        left: inFormula(condition.left, calculations),
        right: inFormula(condition.right, calculations),
      };
    case 'atLeast':
    case 'atMost': {
      const left = calculations.get(condition.question);
      if (left === undefined) return condition;
      return { op: 'compare', left, relation: condition.op, right: { op: 'number', value: condition.value } };
    }
    default:
      return condition;
  }
}

function inFormula(formula: Formula, calculations: Calculations): Formula {
  switch (formula.op) {
    case 'number':
      return formula;
    case 'answer':
      return calculations.get(formula.question) ?? formula;
    case 'subtract':
    case 'divide': {
      const [left, right] = formula.of;
      return { ...formula, of: [inFormula(left, calculations), inFormula(right, calculations)] };
    }
    default:
      return { ...formula, of: formula.of.map((part) => inFormula(part, calculations)) };
  }
}
