import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import type { Question } from '../definition/question.js';

/** The longest expression that is written, in UTF-16 units; survey-core overflows its stack on much longer ones. */
export const EXPRESSION_MAXIMUM = 20_000;

/** When a question is shown: a SurveyJS expression, always, or what could not be written (it grew too long). */
export type WrittenVisibility =
  | { readonly kind: 'always' }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'when'; readonly text: string };

/** A calculation that SurveyJS keeps in every panel of a set, so that sums and the like can be taken over them. */
export interface PanelCalculation {
  readonly name: string;
  readonly expression: string;
}

/** Where an expression is written, and what has been written before it. */
export interface Writing {
  readonly compiled: CompiledQuestionnaire;
  readonly visibility: ReadonlyMap<Id, WrittenVisibility>;
  /** The set in whose panel it stands; absent: outside. */
  readonly set: Id | undefined;
  /** Takes up a calculation for every panel of a set and says what it is called. */
  calculateWithin(set: Id, expression: string): string;
}

/** How a question is named in expressions: within the panel of its own set by way of the panel. */
export function variable(question: Id, { compiled, set }: Writing, below = ''): string {
  const own = compiled.byId.get(question)?.set?.id;
  // `#` keeps SurveyJS from taking an id such as `1e2` for the number 100.
  return `{#${own !== undefined && own === set ? 'panel.' : ''}${question}${below}}`;
}

/**
 * What must be true for a question to have an answer that counts: it is shown and answered; undefined when that grew
 * too long. A matrix counts as answered when all its rows are. It is also named as a whole: survey-core 2.5.43 does not
 * look again at an expression that names only rows when the matrix is cleared.
 */
export function writeAnswered(id: Id, writing: Writing): readonly string[] | undefined {
  const question = writing.compiled.byId.get(id)?.question;
  const visibility = writing.visibility.get(id);
  if (!question || !visibility || visibility.kind === 'tooLong') return undefined;
  const own =
    question.kind === 'set'
      ? // A list of empty panels is `empty` to SurveyJS, yet they are listed.
        [`${variable(id, writing, '.length')} > 0`]
      : namesOf(question, writing).map((name) => `${name} notempty`);
  return visibility.kind === 'always' ? own : [...own, visibility.text];
}

function namesOf(question: Question, writing: Writing): readonly string[] {
  const whole = variable(question.id, writing);
  if (question.kind !== 'matrix') return [whole];
  return [whole, ...question.rows.map((row) => variable(question.id, writing, `.${row.id}`))];
}

export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A number without an exponent, which the expressions of SurveyJS do not know: 1e-7 → 0.0000001. */
export function plainDecimal(value: number): string {
  const [mantissa = '0', exponentText] = String(value).split('e');
  if (exponentText === undefined) return mantissa;
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`;
  return sign + whole + fraction.padEnd(exponent, '0');
}
