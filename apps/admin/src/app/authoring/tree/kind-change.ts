import {
  blankQuestion,
  findPart,
  textsOf,
  type DraftChange,
  type DraftDocument,
  type Option,
  type PartTexts,
  type Question,
  type QuestionKind,
} from '@kilim/indicators';
import { idsWithin } from './part-removal';
import { seatOf } from './places';

const OPTION_KINDS: ReadonlySet<QuestionKind> = new Set(['single', 'multiple', 'ranking', 'matrix']);
const FIGURE_KINDS: ReadonlySet<QuestionKind> = new Set(['number', 'share', 'computed']);
/** Kinds that give no points: there is nothing to score. */
const PLAIN_KINDS: ReadonlySet<QuestionKind> = new Set(['date', 'text', 'set']);

/**
 * Makes a question one of another kind, as one step. It keeps its id, so that conditions go on meaning it, and whatever
 * the new kind has, too: options with their points, bands, texts in every language.
 */
export function kindChange(
  document: DraftDocument,
  question: Question,
  kind: QuestionKind,
  newId: () => string,
): readonly DraftChange[] {
  const seat = seatOf(document, question.id);
  if (seat === undefined || kind === question.kind) return [];
  const blank = blankQuestion(kind, question, newId);
  const value = { ...commonOf(question, kind), ...kept(question, blank), kind } as Question;
  const filled = value.kind === 'set' && value.questions.length === 0 ? withFirst(value, newId) : value;
  const next = seat.among[seat.at + 1];
  return [
    { op: 'remove', part: question.id },
    {
      op: 'insert',
      place: {
        ...{ into: seat.owner, list: seat.list, after: seat.among[seat.at - 1] ?? null },
        ...(next !== undefined && { before: next }),
      },
      value: filled,
      texts: textsFor(document, question, filled) as never,
    },
  ];
}

function commonOf(question: Question, kind: QuestionKind): object {
  const { id, code, derivedFrom, indicator, weight, required, mayNotApply, askedIf, evidence } = question;
  const isScored = !PLAIN_KINDS.has(kind);
  const entries = Object.entries({
    ...{ id, code, derivedFrom, required, mayNotApply, askedIf },
    ...(isScored && { indicator, weight }),
    ...(kind !== 'computed' && { evidence }),
    ...(kind === 'computed' && { required: false, mayNotApply: undefined }),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What the new kind has of its own, taken from the old question where that has it. */
function kept(question: Question, blank: Question): object {
  const { id: _id, code: _code, required: _required, ...own } = blank;
  if (OPTION_KINDS.has(question.kind) && OPTION_KINDS.has(blank.kind)) {
    const options = optionsFor(question, blank.kind);
    return blank.kind === 'matrix' ? { ...own, columns: options } : { ...own, options };
  }
  if (FIGURE_KINDS.has(question.kind) && FIGURE_KINDS.has(blank.kind)) {
    const { bands, curve, decimals } = question as Extract<Question, { kind: 'share' }>;
    return { ...own, decimals, ...(bands && { bands }), ...(curve && { curve }) };
  }
  return own;
}

function optionsFor(question: Question, kind: QuestionKind): readonly object[] {
  const options: readonly Option[] =
    question.kind === 'matrix' ? question.columns : 'options' in question ? question.options : [];
  return options.map(({ id, code, points, exclusive }) => ({
    ...{ id, code },
    ...(kind !== 'ranking' && points !== undefined && { points }),
    ...(kind === 'multiple' && exclusive !== undefined && { exclusive }),
  }));
}

function withFirst(set: Extract<Question, { kind: 'set' }>, newId: () => string): Question {
  const code = `${set.code.slice(0, 22)}.1`;
  const first = blankQuestion('text', { id: newId(), code }, newId) as (typeof set.questions)[number];
  return { ...set, questions: [first] };
}

/** What is said about all that stays; a unit or the name of an instance only where the new kind has one. */
function textsFor(document: DraftDocument, before: Question, after: Question): Record<string, PartTexts> {
  const ids = idsWithin(document, before.id);
  const staying = new Set(
    JSON.stringify(after)
      .match(/"id":"[^"]+"/g)
      ?.map((pair) => pair.slice(6, -1)),
  );
  const isFit = (field: string): boolean =>
    field === 'unit'
      ? after.kind === 'number' || after.kind === 'computed'
      : field !== 'instance' || after.kind === 'set';
  const fitting = (texts: object): object =>
    Object.fromEntries(Object.entries(texts).filter(([field]) => isFit(field)));
  return Object.fromEntries(
    ids
      .filter((id) => staying.has(id) && findPart(document.questionnaire, id) !== undefined)
      .map((id) => {
        const { source, translations } = textsOf(document, id);
        const others = Object.entries(translations).map(([language, texts]) => [language, fitting(texts)]);
        return [id, { source: fitting(source), translations: Object.fromEntries(others) }];
      }),
  );
}
