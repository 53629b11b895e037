import type { Condition } from './condition.js';
import type { Path } from './json-pointer.js';
import type { Option, Question, Row } from './question.js';
import type { Questionnaire } from './questionnaire.js';
import type { TextField } from './texts.js';

/** Every kind of thing that has an identity. */
export type PartKind =
  'section' | 'question' | 'option' | 'row' | 'indicator' | 'composite' | 'index' | 'term';

/** A thing with an identity, and where it stands in the document. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  readonly code: string;
  readonly path: Path;
  /** The thing among whose parts its code must be unique; absent: the whole version. */
  readonly within?: string;
  /** The texts it may have. */
  readonly fields: readonly TextField[];
}

/** A question and where it stands. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly path: Path;
}

/** The questions of a document in form order. */
export function placedQuestions(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  return questionnaire.sections.flatMap((section, s) =>
    section.questions.map((question, q) => ({ question, path: ['sections', s, 'questions', q] })),
  );
}

/** A question's options with the key they stand under: `options`, or `columns` of a matrix. */
export function placedOptions(question: Question): {
  readonly key: string;
  readonly options: readonly Option[];
} {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { key: 'options', options: question.options };
    case 'matrix':
      return { key: 'columns', options: question.columns };
    case 'yesNo':
    case 'number':
    case 'share':
    case 'date':
    case 'text':
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
    ...(questionnaire.glossary ?? []).map(({ id, code }, at) => area('term', id, code, ['glossary', at])),
  ];
}

function partsOfQuestion({ question, path }: PlacedQuestion): readonly Part[] {
  const { id, code } = question;
  const { key, options } = placedOptions(question);
  const rows: readonly Row[] = question.kind === 'matrix' ? question.rows : [];
  const fields: TextField[] = ['title', 'help', 'example', 'evidence'];
  return [
    part('question', id, code, path, question.kind === 'number' ? [...fields, 'unit'] : fields),
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

function area(kind: PartKind, id: string, code: string, path: Path): Part {
  return part(kind, id, code, path, ['title', 'meaning']);
}

function part(kind: PartKind, id: string, code: string, path: Path, fields: readonly TextField[]): Part {
  return { kind, id, code, path, fields };
}

/** Walks a condition, each node with its path; parents before children. */
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
