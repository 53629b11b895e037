import type * as fc from 'fast-check';
import { buildCondition, type Around } from './condition.arbitrary.js';
import { arbitraryFrom, type Draw } from './draw.arbitrary.js';
import { partsOf } from './parts.js';
import { buildPlainQuestion, buildSet, WEIGHTS } from './question.arbitrary.js';
import type { Question, RepeatedSet } from './question.js';
import type { IndicatorRules, Member, Questionnaire } from './questionnaire.js';
import type { SourceTexts } from './texts.js';
import type { Validation } from './validation.js';

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
  'panel',
];
const COVERAGES = [0, 0, 0.5, 0.65, 1];

/**
 * Random small questionnaires that keep every rule of the checks but one: a condition may contradict itself. All kinds
 * of questions, conditions and formulas, chains through several sections in any direction, repeated sets, every rule
 * for what is missing, composites of composites.
 */
export function arbitraryQuestionnaire(): fc.Arbitrary<Questionnaire> {
  return arbitraryFrom((draw) => buildQuestionnaire(draw));
}

/** The least source texts that a questionnaire may have: what everything is called. */
export function titlesFor(questionnaire: Questionnaire): SourceTexts {
  const texts = partsOf(questionnaire).map(({ id, fields: [field = 'title'] }): [string, string] => [
    `${id}.${field}`,
    field === 'title' ? `Title of ${id}` : `What ${id} says`,
  ]);
  return {
    language: questionnaire.sourceLanguage,
    texts: Object.fromEntries([['questionnaire.title', 'Title of questionnaire'], ...texts]),
  };
}

export function buildQuestionnaire(draw: Draw): Questionnaire {
  const odd = draw.flip() ? draw.shuffled(draw.some(ODD_IDS, 0)) : [];
  let made = 0;
  const newId = (stem: string) => odd.pop() ?? `${stem}-${String(++made)}`;
  const indicators = ['IA', 'IB', 'IC'].slice(0, draw.integer(1, 3)).map((code) => ({
    id: newId('ind'),
    code,
    ...(draw.integer(0, 3) === 0 && { rules: someRules(draw) }),
  }));
  const questions = buildQuestions(
    draw,
    newId,
    indicators.map(({ id }) => id),
  );
  // In the form a question may stand before what its condition looks at, also in another section.
  const inForm = draw.shuffled(questions);
  const cut = draw.integer(1, inForm.length);
  const sections = [inForm.slice(0, cut), inForm.slice(cut)]
    .filter((each) => each.length > 0)
    .map((each, at) => ({ id: newId('sec'), code: `S${String(at)}`, questions: each }));

  const lens = { id: newId('mean'), code: 'LENS', members: someMembers(draw, indicators) };
  const outer = { id: newId('mean'), code: 'OUTER', members: someMembers(draw, [...indicators, lens]) };
  const composites = draw
    .some([outer, lens], 0)
    .filter((each, _, all) => each !== outer || all.includes(lens))
    .map((each) => ({ ...each, ...(draw.flip() && { coverageToScore: draw.pick(COVERAGES) }) }));
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
      {
        id: newId('index'),
        code: 'INDEX',
        members: allMembers(draw, [...indicators, ...composites]),
        ...(draw.integer(0, 3) === 0 && { coverageToScore: draw.pick(COVERAGES) }),
      },
    ],
    rules: {
      unanswered: draw.pick(['leaveOut', 'countAsZero']),
      notApplicable: draw.pick(['leaveOut', 'countAsZero']),
      coverageToScore: draw.pick(COVERAGES),
      coverageToPublish: 0.65,
    },
    validations: buildValidations(draw, newId, questions),
  };
}

function buildQuestions(
  draw: Draw,
  newId: (stem: string) => string,
  indicators: readonly string[],
): readonly Question[] {
  const questions: Question[] = [];
  const count = draw.integer(indicators.length, 9);
  for (let at = 0; at < count; at += 1) {
    const making = { draw, newId, around: aroundOf(questions) };
    const code = `Q${String(at)}`;
    // Each indicator gets a question of its own first; the rest falls anywhere.
    const indicator = indicators[at] ?? (draw.flip() ? draw.pick(indicators) : undefined);
    const isSet = at >= indicators.length && draw.integer(0, 3) === 0;
    questions.push(isSet ? buildSet(making, code, indicators) : buildPlainQuestion(making, code, indicator));
  }
  return questions;
}

function aroundOf(questions: readonly Question[]): Around {
  const sets = questions.filter((question): question is RepeatedSet => question.kind === 'set');
  return { outside: questions, inside: [], sets };
}

function buildValidations(
  draw: Draw,
  newId: (stem: string) => string,
  questions: readonly Question[],
): Validation[] {
  const around = aroundOf(questions);
  return Array.from({ length: draw.integer(0, 3) }, (_, at) => {
    const set = around.sets.length > 0 && draw.flip() ? draw.pick(around.sets) : undefined;
    const seen = [...questions, ...(set?.questions ?? [])];
    return {
      id: newId('val'),
      code: `V${String(at)}`,
      holds: buildCondition(draw, { ...around, inside: set?.questions ?? [] }, 2),
      severity: draw.pick(['error', 'warning']),
      marks: draw.some(
        seen.map(({ id }) => id),
        1,
      ),
      ...(set && { set: set.id }),
    };
  });
}

function someRules(draw: Draw): IndicatorRules {
  return {
    ...(draw.flip() && { unanswered: draw.pick(['leaveOut', 'countAsZero']) }),
    ...(draw.flip() && { notApplicable: draw.pick(['leaveOut', 'countAsZero']) }),
    ...(draw.flip() && { coverageToScore: draw.pick(COVERAGES) }),
  };
}

function allMembers(draw: Draw, areas: readonly { readonly id: string }[]): Member[] {
  return areas.map(({ id }) => ({ of: id, weight: draw.pick(WEIGHTS) }));
}

function someMembers(draw: Draw, areas: readonly { readonly id: string }[]): Member[] {
  return allMembers(draw, draw.some(areas, 1));
}
