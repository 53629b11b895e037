import {
  blankQuestion,
  CodeBook,
  findPart,
  type DraftChange,
  type DraftDocument,
  type PartAddress,
  type PartPlace,
  type QuestionKind,
} from '@kilim/indicators';
import { atEnd, beside, seatOf } from './places';

/** What can be added. */
export type NewPart =
  | { readonly kind: 'question'; readonly of: QuestionKind }
  | { readonly kind: 'section' | 'indicator' | 'composite' | 'index' | 'validation' | 'term' };

/** Kinds of questions in the order in which they are offered. */
export const QUESTION_KINDS: readonly QuestionKind[] = [
  ...(['yesNo', 'single', 'multiple', 'number', 'share', 'matrix', 'ranking'] as const),
  ...(['date', 'text', 'file', 'computed', 'set'] as const),
];

/** A part that is being added: the changes, and the id to open. */
export interface Added {
  readonly id: string;
  readonly changes: readonly DraftChange[];
}

/** Adds a part near the one that is open: a question behind it, everything else behind its like, or at the end. */
export function addition(
  document: DraftDocument,
  what: NewPart,
  near: PartAddress | undefined,
  newId: () => string,
): Added | undefined {
  const id = newId();
  const codes = new CodeBook(document.questionnaire);
  if (what.kind === 'question') return question(document, what.of, near, { id, codes, newId });
  const list = LISTS[what.kind];
  const place = placeFor(document, list, near);
  const code = codes.take('questionnaire', list, FIRST_CODES[what.kind]);
  const changes: DraftChange[] = [{ op: 'insert', place, value: blank(document, what.kind, id, code) }];
  const [index] = document.questionnaire.indices;
  // An indicator counts in the first index from the start; else it would be written and never scored.
  if (what.kind === 'indicator' && index)
    changes.push({
      ...{ op: 'insert', value: { of: id, weight: 1 } },
      place: atEnd(document, index.id, 'members'),
    });
  return { id, changes };
}

const LISTS = {
  section: 'sections',
  indicator: 'indicators',
  composite: 'composites',
  index: 'indices',
  validation: 'validations',
  term: 'glossary',
} as const;

const FIRST_CODES = {
  section: 'S1',
  indicator: 'I1',
  composite: 'C1',
  index: 'INDEX-1',
  validation: 'V1',
  term: 'term-1',
} as const;

function blank(document: DraftDocument, kind: keyof typeof LISTS, id: string, code: string): object {
  switch (kind) {
    case 'section':
      return { id, code, questions: [] };
    case 'indicator':
    case 'term':
      return { id, code };
    case 'composite':
    case 'index':
      return { id, code, members: [] };
    case 'validation': {
      const first = document.questionnaire.sections.flatMap(({ questions }) => questions)[0]?.id ?? id;
      return { id, code, holds: { op: 'answered', question: first }, severity: 'warning', marks: [first] };
    }
  }
}

interface Making {
  readonly id: string;
  readonly codes: CodeBook;
  readonly newId: () => string;
}

function question(
  document: DraftDocument,
  kind: QuestionKind,
  near: PartAddress | undefined,
  { id, codes, newId }: Making,
): Added | undefined {
  const place = questionPlace(document, kind, near);
  if (place === undefined) return undefined;
  const neighbour = findPart(document.questionnaire, place.after ?? place.before ?? '')?.part;
  const page = findPart(document.questionnaire, place.into)?.part;
  const wanted = String(neighbour?.['code'] ?? `${String(page?.['code'] ?? 'Q')}.1`);
  const code = codes.take(place.into, 'questions', wanted);
  const indicator = neighbour?.['indicator'];
  const made = blankQuestion(kind, { id, code }, newId);
  const isScored = kind !== 'date' && kind !== 'text' && kind !== 'set';
  const value = isScored && typeof indicator === 'string' ? { ...made, indicator } : made;
  const inside =
    value.kind === 'set'
      ? [blankQuestion('text', { id: newId(), code: codes.take(id, 'questions', `${code}.1`) }, newId)]
      : [];
  return {
    id,
    changes: [{ op: 'insert', place, value: inside.length > 0 ? { ...value, questions: inside } : value }],
  };
}

/** Behind the open question, in the open page or set, else at the end of the last page. No set stands in a set. */
function questionPlace(
  document: DraftDocument,
  kind: QuestionKind,
  near: PartAddress | undefined,
): PartPlace | undefined {
  const { questionnaire } = document;
  const found = near === undefined ? undefined : findPart(questionnaire, near);
  const list = found?.steps.at(-1)?.list;
  if (near !== undefined && list === 'sections') return atEnd(document, near, 'questions');
  if (near !== undefined && list === 'questions' && found) {
    if (found.part['kind'] === 'set' && kind !== 'set') return atEnd(document, near, 'questions');
    const isInSet = found.steps.length > 2;
    return isInSet && kind === 'set'
      ? beside(document, found.owner, 'after')
      : beside(document, near, 'after');
  }
  const fed = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .findLast(({ indicator }) => indicator === near);
  if (fed) return beside(document, fed.id, 'after');
  const last = questionnaire.sections.at(-1);
  return last && atEnd(document, last.id, 'questions');
}

/** Behind the open part if it stands in that list, else behind its page, else at the end. */
function placeFor(
  document: DraftDocument,
  list: PartPlace['list'],
  near: PartAddress | undefined,
): PartPlace {
  let at = near;
  while (at !== undefined && at !== 'questionnaire') {
    const seat = seatOf(document, at);
    if (seat?.list === list) return beside(document, at, 'after') ?? atEnd(document, 'questionnaire', list);
    at = seat?.owner;
  }
  return atEnd(document, 'questionnaire', list);
}
