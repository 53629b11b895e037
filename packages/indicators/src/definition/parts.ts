import type { Condition } from './condition.js';
import type { Formula } from './formula.js';
import type { Path } from './json-pointer.js';
import type { Option, Row } from './option.js';
import type { Question, RepeatedSet } from './question.js';
import type { Questionnaire } from './questionnaire.js';
import type { TextField } from './texts.js';

/** Every kind of thing that has an identity. */
export type PartKind =
  'section' | 'question' | 'option' | 'row' | 'indicator' | 'composite' | 'index' | 'validation' | 'term';

/** A thing with an identity, and where it stands in the document. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly code: string;
  readonly path: Path;
  /** The thing among whose parts its code must be unique; absent: the whole version. */
  readonly within?: string;
  /** The texts it may have; the first it must have in the source language. */
  readonly fields: readonly TextField[];
}

/** A question and where it stands. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly path: Path;
  /** The repeated set it stands in. */
  readonly set?: RepeatedSet;
}

/** The questions of a document in form order; those of a repeated set directly after it. */
export function placedQuestions(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  return questionnaire.sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) => placedWithin(question, ['sections', s, 'questions', q])),
  );
}

function placedWithin(question: Question, path: Path): readonly PlacedQuestion[] {
  if (question.kind !== 'set') return [{ question, path }];
  const within = question.questions.map((each, at) => ({
    question: each,
    path: [...path, 'questions', at],
    set: question,
  }));
  return [{ question, path }, ...within];
}

/** A question's options with the key they stand under: `options`, or `columns` of a matrix. */
export function placedOptions(question: Question): {
  readonly key: string;
  readonly options: readonly Option[];
} {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return { key: 'options', options: question.options };
    case 'matrix':
      return { key: 'columns', options: question.columns };
    case 'yesNo':
    case 'number':
    case 'share':
    case 'file':
    case 'date':
    case 'text':
    case 'computed':
    case 'set':
      return { key: 'options', options: [] };
  }
}

/** Everything with an identity, in document order. */
export function partsOf(questionnaire: Questionnaire): readonly Part[] {
  return [
    ...questionnaire.sections.map(({ id, code }, at) =>
      part('section', id, code, ['sections', at], ['title', 'intro']),
    ),
    ...placedQuestions(questionnaire).flatMap(partsOfQuestion),
    ...questionnaire.indicators.map(({ id, code }, at) => area('indicator', id, code, ['indicators', at])),
    ...questionnaire.composites.map(({ id, code }, at) => area('composite', id, code, ['composites', at])),
    ...questionnaire.indices.map(({ id, code }, at) => area('index', id, code, ['indices', at])),
    ...(questionnaire.validations ?? []).map(({ id, code }, at) =>
      part('validation', id, code, ['validations', at], ['message']),
    ),
    ...(questionnaire.glossary ?? []).map(({ id, code }, at) => area('term', id, code, ['glossary', at])),
  ];
}

function partsOfQuestion({ question, path }: PlacedQuestion): readonly Part[] {
  const { id, code } = question;
  const { key, options } = placedOptions(question);
  const rows: readonly Row[] = question.kind === 'matrix' ? question.rows : [];
  return [
    part('question', id, code, path, fieldsOf(question)),
    ...options.map((option, at) => ({
      ...part('option', option.id, option.code, [...path, key, at], ['title']),
      within: id,
    })),
    ...rows.map((row, at) => ({
      ...part('row', row.id, row.code, [...path, 'rows', at], ['title']),
      within: id,
    })),
  ];
}

function fieldsOf({ kind }: Question): readonly TextField[] {
  const fields: readonly TextField[] = ['title', 'help', 'example', 'evidence'];
  if (kind === 'number' || kind === 'computed') return [...fields, 'unit'];
  return kind === 'set' ? [...fields, 'instance'] : fields;
}

function area(kind: PartKind, id: string, code: string, path: Path): Part {
  return part(kind, id, code, path, ['title', 'meaning']);
}

function part(kind: PartKind, id: string, code: string, path: Path, fields: readonly TextField[]): Part {
  return { kind, id, code, path, fields };
}

/** Walks a condition, each node with its path; parents before children. Formulas are leaves. */
export function* placedConditions(
  condition: Condition,
  path: Path,
): Generator<{ readonly condition: Condition; readonly path: Path }> {
  yield { condition, path };
  if (condition.op === 'all' || condition.op === 'any') {
    for (const [at, each] of condition.of.entries()) yield* placedConditions(each, [...path, 'of', at]);
  } else if (condition.op === 'not') {
    yield* placedConditions(condition.of, [...path, 'of']);
  }
}

/** A part of a formula and where it stands. */
export interface PlacedFormula {
  readonly formula: Formula;
  readonly path: Path;
  /** The repeated set whose instances it is taken for: that of the innermost `over` around it. */
  readonly over: string | undefined;
}

/** Walks a formula, each node with its path; parents before children. */
export function* placedFormulas(formula: Formula, path: Path, over?: string): Generator<PlacedFormula> {
  yield { formula, path, over };
  if (!('of' in formula)) return;
  const within = 'over' in formula ? (formula.over ?? over) : over;
  for (const [at, each] of formula.of.entries()) yield* placedFormulas(each, [...path, 'of', at], within);
}
