import type { CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import type { Leaf } from '../definition/looked-at.js';
import type { Question } from '../definition/question.js';

/** The longest expression that is written, in UTF-16 units; survey-core overflows its stack on much longer ones. */
export const EXPRESSION_MAXIMUM = 20_000;

/** When a question is shown: a SurveyJS expression, always, or what could not be written (it grew too long). */
export type WrittenVisibility =
  | { readonly kind: 'always' }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'when'; readonly text: string };

/**
 * The visibility of every question as a SurveyJS expression. SurveyJS keeps the values of hidden questions and looks at
 * them, so a leaf also repeats when the question it looks at is itself shown.
 */
export function writeVisibility(compiled: CompiledQuestionnaire): ReadonlyMap<Id, WrittenVisibility> {
  const written = new Map<Id, WrittenVisibility>();
  for (const { question, askedIf } of compiled.evaluationOrder) {
    const text = askedIf && writeCondition(askedIf, compiled, written);
    if (askedIf === undefined) written.set(question.id, { kind: 'always' });
    else if (text === undefined || text.length > EXPRESSION_MAXIMUM)
      written.set(question.id, { kind: 'tooLong' });
    else written.set(question.id, { kind: 'when', text });
  }
  return written;
}

/** Undefined when it grew too long. */
function writeCondition(
  condition: Condition,
  compiled: CompiledQuestionnaire,
  written: ReadonlyMap<Id, WrittenVisibility>,
): string | undefined {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts: string[] = [];
      let length = 0;
      for (const each of condition.of) {
        const part = writeCondition(each, compiled, written);
        length += part?.length ?? 0;
        if (part === undefined || length > EXPRESSION_MAXIMUM) return undefined;
        parts.push(part);
      }
      return `(${parts.join(condition.op === 'all' ? ' and ' : ' or ')})`;
    }
    case 'not': {
      const part = writeCondition(condition.of, compiled, written);
      return part === undefined ? undefined : `!(${part})`;
    }
    default: {
      const question = compiled.byId.get(condition.question)?.question;
      const visibility = written.get(condition.question);
      if (!question || !visibility || visibility.kind === 'tooLong') return undefined;
      const own = [...completeness(question), writeLeaf(condition)].join(' and ');
      return visibility.kind === 'always' ? `(${own})` : `(${own} and ${visibility.text})`;
    }
  }
}

/**
 * A matrix counts as answered when all its rows are. It is also named as a whole: survey-core 2.5.43 does not look again
 * at an expression that names only rows when the matrix is cleared.
 */
function completeness(question: Question): readonly string[] {
  if (question.kind !== 'matrix') return [];
  const names = [question.id, ...question.rows.map((row) => `${question.id}.${row.id}`)];
  return names.map((name) => `${variable(name)} notempty`);
}

function writeLeaf(leaf: Leaf): string {
  const looked = variable(
    leaf.op === 'oneOf' && leaf.row !== undefined ? `${leaf.question}.${leaf.row}` : leaf.question,
  );
  switch (leaf.op) {
    case 'answered':
      return `${looked} notempty`;
    case 'equals':
      return `${looked} = ${typeof leaf.value === 'boolean' ? String(leaf.value) : quoted(leaf.value)}`;
    case 'oneOf':
      return `${looked} anyof [${leaf.options.map(quoted).join(', ')}]`;
    case 'atLeast':
      return `${looked} >= ${plainDecimal(leaf.value)}`;
    case 'atMost':
      return `${looked} <= ${plainDecimal(leaf.value)}`;
  }
}

/** `#` keeps SurveyJS from taking an id such as `1e2` for the number 100. */
function variable(name: string): string {
  return `{#${name}}`;
}

function quoted(text: string): string {
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
