import type * as fc from 'fast-check';
import type { Condition } from './condition.js';
import { arbitraryFrom, type Draw } from './draw.arbitrary.js';
import { partsOf } from './parts.js';
import type { Option, Question } from './question.js';
import type { Member, Questionnaire } from './questionnaire.js';
import type { SourceTexts } from './texts.js';

/** Ids that are valid and that careless code, ours or SurveyJS's, could take for something else. */
const ODD_IDS = [
  '100',
  '1e2',
  '0x10',
  'true',
  'false',
  'null',
  'undefined',
  'and',
  'item',
  'row',
  'total',
  'a-b-unwrapped',
  '010',
  'survey',
];
const POINTS = [0, 0, 0.5, 1, 1, 2, 2.125, 10];
const WEIGHTS = [0.5, 1, 1, 2, 3.333];
export const WORDS = ['agreed', 'planned', 'never'];
export const DATES = ['2024-02-29', '2025-01-31', '1999-12-01'];

/**
 * Random small questionnaires that keep every rule of the checks but one: a condition may contradict itself. All kinds
 * of questions and conditions, chains through several sections in any direction, every rule for what is missing,
 * composites of composites.
 */
export function arbitraryQuestionnaire(): fc.Arbitrary<Questionnaire> {
  return arbitraryFrom((draw) => buildQuestionnaire(draw));
}

/** The least source texts that a questionnaire may have: a title for everything. */
export function titlesFor(questionnaire: Questionnaire): SourceTexts {
  const ids = ['questionnaire', ...partsOf(questionnaire).map(({ id }) => id)];
  return {
    language: questionnaire.sourceLanguage,
    texts: Object.fromEntries(ids.map((id) => [`${id}.title`, `Title of ${id}`])),
  };
}

export function buildQuestionnaire(draw: Draw): Questionnaire {
  const odd = draw.flip() ? draw.shuffled(draw.some(ODD_IDS, 0)) : [];
  let made = 0;
  const newId = (stem: string) => odd.pop() ?? `${stem}-${String(++made)}`;
  const indicators = ['IA', 'IB', 'IC']
    .slice(0, draw.integer(1, 3))
    .map((code) => ({ id: newId('ind'), code }));

  const count = draw.integer(indicators.length, 9);
  const questions: Question[] = [];
  for (let at = 0; at < count; at += 1) {
    // Each indicator gets a question of its own first; the rest falls anywhere.
    const indicator = indicators[at]?.id ?? (draw.flip() ? draw.pick(indicators).id : undefined);
    const question = buildQuestion(draw, newId, `Q${String(at)}`, indicator);
    const askedIf = questions.length > 0 && draw.flip() ? buildCondition(draw, questions, 2) : undefined;
    questions.push({ ...question, ...(askedIf && { askedIf }) });
  }
  // In the form a question may stand before what its condition looks at, also in another section.
  const inForm = draw.shuffled(questions);
  const cut = draw.integer(1, count);
  const sections = [inForm.slice(0, cut), inForm.slice(cut)]
    .filter((each) => each.length > 0)
    .map((each, at) => ({ id: newId('sec'), code: `S${String(at)}`, questions: each }));

  const lens = { id: newId('mean'), code: 'LENS', members: someMembers(draw, indicators) };
  const outer = { id: newId('mean'), code: 'OUTER', members: someMembers(draw, [...indicators, lens]) };
  const composites = draw
    .some([outer, lens], 0)
    .filter((each, _, all) => each !== outer || all.includes(lens));
  return {
    format: 1,
    code: 'RANDOM',
    version: '1',
    sourceLanguage: 'en',
    illustrative: true,
    sections,
    indicators,
    composites,
    indices: [
      { id: newId('index'), code: 'INDEX', members: allMembers(draw, [...indicators, ...composites]) },
    ],
    rules: {
      unanswered: draw.pick(['leaveOut', 'countAsZero']),
      notApplicable: draw.pick(['leaveOut', 'countAsZero']),
      minimumCoverage: 0.65,
    },
  };
}

function allMembers(draw: Draw, areas: readonly { readonly id: string }[]): Member[] {
  return areas.map(({ id }) => ({ of: id, weight: draw.pick(WEIGHTS) }));
}

function someMembers(draw: Draw, areas: readonly { readonly id: string }[]): Member[] {
  return allMembers(draw, draw.some(areas, 1));
}

function buildQuestion(
  draw: Draw,
  newId: (stem: string) => string,
  code: string,
  indicator?: string,
): Question {
  const every = {
    id: newId('q'),
    code,
    required: draw.flip(),
    ...(indicator !== undefined && { indicator, ...(draw.flip() && { weight: draw.pick(WEIGHTS) }) }),
  };
  const points = () => (indicator === undefined ? {} : { points: draw.pick(POINTS) });
  const options = (least: number, most: number): Option[] =>
    Array.from({ length: draw.integer(least, most) }, (_, at) => ({
      id: newId('opt'),
      code: `O${String(at)}`,
      ...points(),
      // Something can be reached in every scored question.
      ...(at === 0 && indicator !== undefined && { points: draw.pick([1, 2.5]) }),
    }));
  const kinds = ['yesNo', 'single', 'multiple', 'number', 'share', 'matrix'] as const;
  const kind = draw.pick(indicator === undefined ? [...kinds, 'date' as const, 'text' as const] : kinds);
  switch (kind) {
    case 'yesNo':
      return {
        ...every,
        kind,
        ...(indicator !== undefined && { points: { yes: 2, no: draw.pick([0, 1, 3]) } }),
      };
    case 'single':
      return { ...every, kind, options: options(2, 4) };
    case 'multiple': {
      const listed = options(2, 4);
      const last = listed.pop();
      const exclusive = draw.flip();
      return {
        ...every,
        kind,
        options: [...listed, ...(last ? [{ ...last, ...(exclusive && { exclusive }) }] : [])],
        ...(indicator !== undefined && draw.flip() && { cap: 0.75 }),
      };
    }
    case 'number': {
      const [minimum, maximum] = draw.pick([
        [0, 10],
        [-5, 5],
        [3, 3],
      ] as const);
      const from = [...new Set([minimum, minimum + 1, maximum])].filter((each) => each <= maximum);
      const bands = from
        .sort((a, b) => a - b)
        .map((each) => ({ from: each, points: draw.pick([1, 2, 0.125]) }));
      return {
        ...every,
        kind,
        unit: 'count',
        minimum,
        maximum,
        decimals: draw.integer(0, 2),
        ...(indicator !== undefined && { bands }),
      };
    }
    case 'share': {
      const bands = [0, 12.5, 50].map((from) => ({ from, points: draw.pick([1, 2, 0.125]) }));
      return { ...every, kind, decimals: 1, ...(indicator !== undefined && { bands }) };
    }
    case 'matrix':
      return {
        ...every,
        kind,
        rows: Array.from({ length: draw.integer(1, 3) }, (_, at) => ({
          id: newId('row'),
          code: `R${String(at)}`,
        })),
        columns: options(2, 3),
      };
    case 'date':
      return { ...every, kind };
    case 'text':
      return { ...every, kind, maxLength: 20 };
  }
}

function buildCondition(draw: Draw, questions: readonly Question[], depth: number): Condition {
  const op = depth === 0 ? 'leaf' : draw.pick(['leaf', 'leaf', 'all', 'any', 'not'] as const);
  if (op === 'leaf') return buildLeaf(draw, draw.pick(questions));
  if (op === 'not') return { op, of: buildCondition(draw, questions, depth - 1) };
  const length = draw.integer(1, 3);
  return { op, of: Array.from({ length }, () => buildCondition(draw, questions, depth - 1)) };
}

function buildLeaf(draw: Draw, { id, ...question }: Question): Condition {
  if (draw.integer(0, 4) === 0) return { op: 'answered', question: id };
  switch (question.kind) {
    case 'yesNo':
      return { op: 'equals', question: id, value: draw.flip() };
    case 'single':
    case 'multiple':
      return { op: 'oneOf', question: id, options: someIds(draw, question.options) };
    case 'number':
      return {
        op: draw.pick(['atLeast', 'atMost']),
        question: id,
        value: draw.integer(question.minimum, question.maximum),
      };
    case 'share':
      return {
        op: draw.pick(['atLeast', 'atMost']),
        question: id,
        value: draw.pick([0, 0.1, 12.5, 50, 100]),
      };
    case 'matrix':
      return {
        op: 'oneOf',
        question: id,
        options: someIds(draw, question.columns),
        row: draw.pick(question.rows).id,
      };
    case 'date':
      return { op: 'equals', question: id, value: draw.pick(DATES) };
    case 'text':
      return { op: 'equals', question: id, value: draw.pick(WORDS) };
  }
}

function someIds(draw: Draw, options: readonly Option[]): string[] {
  return draw.some(
    options.map((option) => option.id),
    1,
  );
}
