import type { Aggregate, Formula } from '../definition/formula.js';
import type { Id } from '../definition/identity.js';
import {
  EXPRESSION_MAXIMUM,
  plainDecimal,
  variable,
  writeAnswered,
  type Writing,
} from './survey-reference.js';

/** A formula as SurveyJS expressions: its value, and what must be true for it to have one. */
export interface WrittenFormula {
  /** Absent: it always has one. */
  readonly present: string | undefined;
  /** To be evaluated only where `present` is true. */
  readonly value: string;
}

/** Undefined when it grew too long. */
export function writeFormula(formula: Formula, writing: Writing): WrittenFormula | undefined {
  const written = writeUnlimited(formula, writing);
  if (written === undefined || written.value.length > EXPRESSION_MAXIMUM) return undefined;
  return (written.present?.length ?? 0) > EXPRESSION_MAXIMUM ? undefined : written;
}

/** A formula as one expression, without a value where the formula has none; undefined when it grew too long. */
export function writeGuarded(formula: Formula, writing: Writing): string | undefined {
  const written = writeFormula(formula, writing);
  return written && guarded(written);
}

/** A formula rounded to so many decimal places, as one expression; undefined when it grew too long. */
export function writeRounded(formula: Formula, decimals: number, writing: Writing): string | undefined {
  const written = writeFormula(formula, writing);
  return written && guarded({ ...written, value: `round(${written.value}, ${String(decimals)})` });
}

function guarded({ present, value }: WrittenFormula): string {
  return present === undefined ? value : `iif(${present}, ${value})`;
}

function writeUnlimited(formula: Formula, writing: Writing): WrittenFormula | undefined {
  switch (formula.op) {
    case 'number':
      return { present: undefined, value: `(${plainDecimal(formula.value)})` };
    case 'answer':
      return writeAnswer(formula.question, writing);
    case 'add':
      return writeOperation(formula.of, ' + ', writing);
    case 'multiply':
      return writeOperation(formula.of, ' * ', writing);
    case 'subtract':
      return writeOperation(formula.of, ' - ', writing);
    case 'divide':
      return writeDivision(formula.of, writing);
    case 'sum':
    case 'min':
    case 'max':
    case 'count':
      return formula.over === undefined
        ? writeAggregate(formula, writing)
        : writeOverSet(formula, formula.over, writing);
  }
}

function writeAnswer(id: Id, writing: Writing): WrittenFormula | undefined {
  const answered = writeAnswered(id, writing);
  const question = writing.compiled.byId.get(id)?.question;
  if (answered === undefined || question === undefined) return undefined;
  const present = both(answered);
  switch (question.kind) {
    case 'yesNo':
      return { present, value: `iif(${variable(id, writing)} = true, 1, 0)` };
    case 'number':
    case 'share':
    case 'computed':
      return { present, value: variable(id, writing) };
    case 'multiple':
    case 'ranking':
    case 'file':
    case 'set':
      return { present, value: variable(id, writing, '.length') };
    case 'single':
    case 'matrix':
    case 'date':
    case 'text':
      return undefined;
  }
}

function writeOperation(
  parts: readonly Formula[],
  operator: string,
  writing: Writing,
): WrittenFormula | undefined {
  const written = writeAll(parts, writing);
  if (written === undefined) return undefined;
  return {
    present: both(written.map(({ present }) => present)),
    value: `(${written.map(({ value }) => value).join(operator)})`,
  };
}

function writeDivision(parts: readonly Formula[], writing: Writing): WrittenFormula | undefined {
  const written = writeOperation(parts, ' / ', writing);
  const divisor = parts[1] && writeFormula(parts[1], writing);
  if (written === undefined || divisor === undefined) return undefined;
  return { ...written, present: both([written.present, `${divisor.value} <> 0`]) };
}

function writeAggregate({ op, of }: Aggregate, writing: Writing): WrittenFormula | undefined {
  const parts = writeAll(of, writing);
  if (parts === undefined) return undefined;
  const present = parts.every((part) => part.present !== undefined)
    ? either(parts.flatMap((part) => part.present ?? []))
    : undefined;
  switch (op) {
    case 'count':
      return { present: undefined, value: added(parts.map((part) => one(part.present))) };
    case 'sum':
      return { present, value: added(parts.map((part) => orZero(part))) };
    case 'min':
    case 'max':
      return { present, value: `${op}(${parts.map(guarded).join(', ')})` };
  }
}

/** SurveyJS takes sums only of what stands in the panels: so every part is calculated there. */
function writeOverSet({ op, of }: Aggregate, set: Id, writing: Writing): WrittenFormula | undefined {
  const inPanel: Writing = { ...writing, set };
  const shown = writing.visibility.get(set);
  const parts = of.map((part) => writeGuarded(part, inPanel));
  if (shown === undefined || shown.kind === 'tooLong' || !parts.every((part) => part !== undefined))
    return undefined;
  const list = variable(set, writing);
  const names = parts.map((part) => `'${writing.calculateWithin(set, part)}'`);
  const call = (name: string) => names.map((part) => `${name}InArray(${list}, ${part})`);
  const whenShown = shown.kind === 'when' ? shown.text : undefined;
  const count = added(call('count'));
  if (op === 'count')
    return { present: undefined, value: whenShown === undefined ? count : `iif(${whenShown}, ${count}, 0)` };
  return {
    present: both([whenShown, `${count} > 0`]),
    value: op === 'sum' ? added(call('sum')) : `${op}(${call(op).join(', ')})`,
  };
}

function writeAll(parts: readonly Formula[], writing: Writing): readonly WrittenFormula[] | undefined {
  const written: WrittenFormula[] = [];
  let length = 0;
  for (const part of parts) {
    const next = writeFormula(part, writing);
    length += (next?.value.length ?? 0) + (next?.present?.length ?? 0);
    if (next === undefined || length > EXPRESSION_MAXIMUM) return undefined;
    written.push(next);
  }
  return written;
}

function added(parts: readonly string[]): string {
  return `(${parts.join(' + ')})`;
}

function one(present: string | undefined): string {
  return present === undefined ? '1' : `iif(${present}, 1, 0)`;
}

function orZero({ present, value }: WrittenFormula): string {
  return present === undefined ? value : `iif(${present}, ${value}, 0)`;
}

function both(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : `(${said.join(' and ')})`;
}

function either(parts: readonly string[]): string {
  return `(${parts.join(' or ')})`;
}
