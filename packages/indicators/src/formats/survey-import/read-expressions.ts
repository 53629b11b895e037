import { Condition } from '../../definition/condition.js';
import { checkDocumentLimits } from '../../checks/document-limits.js';
import { FaultList } from '../../checks/fault-list.js';
import { Formula } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import { lookedAt, lookedAtByFormula } from '../../definition/looked-at.js';
import type { QuestionOf } from '../../definition/question.js';
import type { Looseness } from '../survey-language/choice-translation.js';
import { translateCondition } from '../survey-language/condition-translation.js';
import { translateFormula } from '../survey-language/formula-translation.js';
import { parseExpression } from '../survey-language/parse-expression.js';
import type { Expression, Reading, ReadQuestion } from './reading.js';

const LOOSE: Readonly<Record<Looseness, string>> = {
  text: 'SurveyJS passes over case and surrounding spaces; here texts are compared exactly.',
  matrix: 'SurveyJS looks at each row of a matrix by itself; here it counts once all its rows are answered.',
  panels: 'To SurveyJS a list of empty panels is empty; here they are listed.',
};

const MEND = 'Say it as a condition by picking questions and answers.';

/** The formulas of computed questions by id; a question whose formula can not be said is not among them. */
export type Formulas = ReadonlyMap<Id, QuestionOf<'computed'>['formula']>;

/** Reads all formulas. One that looks at a computed question that is lost is lost too. */
export function readFormulas(questions: readonly Placed[], reading: Reading): Formulas {
  const formulas = new Map<Id, QuestionOf<'computed'>['formula']>();
  const computed = questions.filter(({ read }) => read.formula !== undefined);
  for (const { read, set } of computed) {
    const formula = read.formula && translatedFormula(read.formula, set, reading);
    if (formula) formulas.set(read.question.id, formula);
  }
  const ids = new Set(computed.map(({ read }) => read.question.id));
  for (let before = -1; before !== formulas.size;) {
    before = formulas.size;
    for (const { read } of computed) {
      const formula = formulas.get(read.question.id);
      const isLost = formula && lookedAtByFormula(formula).some((id) => ids.has(id) && !formulas.has(id));
      if (!isLost || !read.formula) continue;
      formulas.delete(read.question.id);
      lose(read.formula, 'it looks at a computed question that is lost', reading);
    }
  }
  return formulas;
}

/** A question and the set it stands in. */
export interface Placed {
  readonly read: ReadQuestion;
  readonly set: Id | undefined;
}

/** All conditions of a question as one; undefined when it has none that can be said. */
export function readConditions(
  { read, set }: Placed,
  isThere: (id: Id) => boolean,
  reading: Reading,
): Condition | undefined {
  const parts = read.conditions.flatMap((each) => translatedCondition(each, set, isThere, reading) ?? []);
  const [first] = parts;
  const joined: Condition | undefined = parts.length > 1 ? { op: 'all', of: parts } : first;
  if (joined === undefined || keepsLimits(joined)) return joined;
  reading.losses.add(read.path, 'visibleIf', 'Its conditions together have grown too large.', MEND);
  return undefined;
}

function translatedCondition(
  expression: Expression,
  set: Id | undefined,
  isThere: (id: Id) => boolean,
  reading: Reading,
): Condition | undefined {
  const parsed = parseExpression(expression.source);
  if (!parsed.ok) return lose(expression, parsed.why, reading);
  const translated = translateCondition(parsed.tree, reading.names, set);
  if (!translated.ok) return lose(expression, translated.why, reading);
  const { condition, loose } = translated;
  if (!Condition.safeParse(condition).success || !keepsLimits(condition))
    return lose(expression, 'it is beyond what a condition can hold', reading);
  if (!lookedAt(condition).every(isThere))
    return lose(expression, 'it looks at a question that is lost', reading);
  for (const each of loose) reading.losses.add(expression.path, expression.source, LOOSE[each]);
  return condition;
}

function translatedFormula(expression: Expression, set: Id | undefined, reading: Reading) {
  const parsed = parseExpression(expression.source);
  if (!parsed.ok) return lose(expression, parsed.why, reading);
  const translated = translateFormula(parsed.tree, reading.names, set);
  if (!translated.ok) return lose(expression, translated.why, reading);
  if (!Formula.safeParse(translated.formula).success || !keepsLimits(translated.formula))
    return lose(expression, 'it is beyond what a formula can hold', reading);
  return translated.formula;
}

function lose({ source, path }: Expression, why: string, reading: Reading): undefined {
  reading.losses.add(path, source, `This can not be said here: ${why}.`, MEND);
}

/** Whether a condition or formula is no deeper and no larger than ours may be. */
export function keepsLimits(tree: object): boolean {
  return checkDocumentLimits({ formula: tree }, new FaultList({ document: 'questionnaire' }));
}
