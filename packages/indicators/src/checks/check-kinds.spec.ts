import { describe, expect, test } from '@jest/globals';
import { checkQuestionnaire } from './check-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import type { Formula } from '../definition/formula.js';
import { given } from '../definition/given.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { Validation } from '../definition/validation.js';

function faultsOf(questionnaire: Questionnaire) {
  const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
  return (check.ok ? check.warnings : check.faults).map(({ code, pointer }) => `${code} ${pointer}`);
}
/** The faults of these questions after a scored one, without what all of them have in common. */
const faultsWith = (...questions: readonly Question[]) =>
  faultsOf(given.questionnaire([given.yesNo(), ...questions]));
const AT = '/sections/0/questions';
const answer = (question: string): Formula => ({ op: 'answer', question });
const compare = (left: Formula): Condition => ({
  op: 'compare',
  left,
  relation: 'above',
  right: { op: 'number', value: 0 },
});

describe('every kind passes', () => {
  test('as it is given', () => {
    expect(
      faultsWith(given.number(), given.share(), given.computed(), given.ranking(), given.file(), given.set()),
    ).toEqual([]);
  });
});

describe('a ranking', () => {
  test.each<[string, Question, string[]]>([
    ['ranks no more than there is', given.ranking({ ranked: 4 }), [`countsImpossible ${AT}/1/ranked`]],
    [
      'has no place that nothing is put in',
      given.ranking({ ranked: 1 }),
      [`pointsUnreachable ${AT}/1/places/1`],
    ],
    [
      'that counts has places that are worth something',
      given.ranking({ places: undefined, indicator: undefined }),
      [`countsWithoutPlaces ${AT}/1/options/0/counts`],
    ],
    [
      'that is worth something has an option that counts',
      given.ranking({
        options: [
          { id: 'opt-aaa', code: 'a' },
          { id: 'opt-bbb', code: 'b' },
        ],
      }),
      [`nothingAttainable ${AT}/1`],
    ],
  ])('%s', (_, question, faults) => {
    expect(faultsWith(question)).toEqual(faults);
  });
});

describe('numbers of choices, files and instances', () => {
  test.each<[string, Question, string[]]>([
    ['several', given.multiple({ minimum: 3 }), [`countsImpossible ${AT}/1/minimum`]],
    [
      'several, more than can be',
      given.multiple({ minimum: 2, maximum: 1 }),
      [`countsImpossible ${AT}/1/minimum`],
    ],
    ['files', given.file({ minimum: 3, maximum: 2 }), [`countsImpossible ${AT}/1/minimum`]],
    ['instances', given.set({ minimum: 4 }), [`countsImpossible ${AT}/1/minimum`]],
  ])('%s can be kept', (_, question, faults) => {
    expect(faultsWith(question)).toEqual(faults);
  });
});

describe('a curve', () => {
  const share = (changes: Partial<Extract<Question, { kind: 'share' }>>) =>
    given.share({ indicator: 'ind-one', ...changes });
  const curve = [
    { at: 20, points: 0 },
    { at: 60, points: 4 },
  ];
  test.each<[string, Question, string[]]>([
    ['may end before the answers do', share({ curve }), []],
    ['stands alone', share({ curve, bands: [{ from: 0, points: 1 }] }), [`bandsAndCurve ${AT}/1/curve`]],
    ['rises in “at”', share({ curve: [...curve].reverse() }), [`curveNotRising ${AT}/1/curve/1/at`]],
    [
      'has no point that no answer reaches',
      share({ curve: [...curve, { at: 101, points: 5 }] }),
      [`curveOutOfRange ${AT}/1/curve/2/at`],
    ],
    ['needs an indicator', given.share({ curve }), [`pointsWithoutIndicator ${AT}/1/curve`]],
  ])('%s', (_, question, faults) => {
    expect(faultsWith(question)).toEqual(faults);
  });
});

describe('a formula', () => {
  const computed = (formula: Formula) => given.computed({ formula });
  const F = `${AT}/2/formula`;
  test.each<[string, Formula, string[]]>([
    ['looks at questions that exist', answer('q-gone'), [`unknownQuestion ${F}/question`]],
    ['takes numbers from what has one', answer('q-text'), [`formulaMisfit ${F}/question`]],
    ['does not look into a set', answer('q-visits'), [`outOfReach ${F}/question`]],
    ['looks into a set over it', { op: 'max', over: 'q-set', of: [answer('q-visits')] }, []],
    ['goes over sets', { op: 'sum', over: 'q-text', of: [answer('q-set')] }, [`notASet ${F}/over`]],
    [
      'within one set does not look into another',
      { op: 'sum', over: 'q-other', of: [answer('q-visits')] },
      [`outOfReach ${F}/of/0/question`],
    ],
  ])('%s', (_, formula, faults) => {
    const other = given.set({
      id: 'q-other',
      code: 'Q.13',
      questions: [{ kind: 'date', id: 'q-day', code: 'Q.13.1', required: false }],
    });
    expect(faultsWith(given.text(), computed(formula), given.set(), other)).toEqual(faults);
  });

  test('does not go in a circle with others, or with conditions', () => {
    const itself = computed({ op: 'add', of: [answer('q-computed'), answer('q-yes-no')] });
    expect(faultsWith(itself)).toEqual([`conditionCircular ${AT}/1/formula`]);
    const hidden = given.number({ askedIf: { op: 'atLeast', question: 'q-computed', value: 1 } });
    expect(faultsWith(hidden, given.share(), given.computed())).toEqual([
      `conditionCircular ${AT}/1/askedIf`,
    ]);
  });

  test('keeps the limits of conditions: 32 levels, 500 parts', () => {
    let deep: Formula = { op: 'number', value: 1 };
    for (let level = 0; level < 32; level += 1) deep = { op: 'sum', of: [deep] };
    const wide: Formula = { op: 'sum', of: Array.from({ length: 100 }, () => answer('q-yes-no')) };
    const wider: Formula = { op: 'sum', of: Array.from({ length: 5 }, () => wide) };
    expect(faultsWith(computed(deep))).toEqual([`conditionTooDeep ${AT}/1/formula`]);
    expect(faultsWith(computed(wider))).toEqual([`conditionTooLarge ${AT}/1/formula`]);
    expect(faultsWith(given.text({ askedIf: compare(deep) }))).toEqual([`conditionTooDeep ${AT}/1/askedIf`]);
  });
});

describe('a condition', () => {
  test('does not look into a set from outside, but within it', () => {
    const outside = given.text({ askedIf: { op: 'answered', question: 'q-visits' } });
    expect(faultsWith(given.set(), outside)).toEqual([`outOfReach ${AT}/2/askedIf/question`]);
    expect(faultsWith(given.set(), given.text({ askedIf: { op: 'answered', question: 'q-set' } }))).toEqual(
      [],
    );
  });

  test('looks at the places of a ranking, and not at its choices', () => {
    const looking = (condition: Condition) => faultsWith(given.ranking(), given.text({ askedIf: condition }));
    const options = ['opt-rights'];
    expect(looking({ op: 'rankedWithin', question: 'q-ranking', options, places: 1 })).toEqual([]);
    expect(looking({ op: 'rankedWithin', question: 'q-ranking', options: ['opt-no'], places: 1 })).toEqual([
      `unknownOption ${AT}/2/askedIf/options/0`,
    ]);
    expect(looking({ op: 'oneOf', question: 'q-ranking', options })).toEqual([
      `conditionMisfit ${AT}/2/askedIf`,
    ]);
  });
});

describe('what is said about asking', () => {
  test.each<[string, Question, string[]]>([
    [
      'nobody answers what is calculated',
      given.computed({ required: true }),
      [`nobodyAnswers ${AT}/3/required`],
    ],
    ['a date has no quality', given.date({ quality: 'asked' }), [`qualityMisplaced ${AT}/3/quality`]],
    [
      'a set has no evidence',
      given.set({ evidence: { need: 'welcome' } }),
      [`evidenceMisplaced ${AT}/3/evidence`],
    ],
    [
      'none is none',
      given.date({ evidence: { need: 'none', maximumAgeYears: 2 } }),
      [`evidenceMisplaced ${AT}/3/evidence`],
    ],
    ['a figure has a quality', given.number({ id: 'q-more', code: 'Q.20', quality: 'required' }), []],
  ])('%s', (_, question, faults) => {
    expect(faultsWith(given.number(), given.share(), question)).toEqual(faults);
  });
});

describe('a validation', () => {
  const valid: Validation = {
    id: 'val-one',
    code: 'V.1',
    holds: { op: 'equals', question: 'q-yes-no', value: true },
    severity: 'error',
    marks: ['q-yes-no'],
  };
  const faultsOfValidation = (changes: Partial<Validation>) =>
    faultsOf(given.questionnaire([given.yesNo(), given.set()], { validations: [{ ...valid, ...changes }] }));
  const within: Condition = { op: 'answered', question: 'q-visits' };

  test.each<[string, Partial<Validation>, string[]]>([
    ['passes', {}, []],
    ['marks what exists', { marks: ['q-gone'] }, ['unknownQuestion /validations/0/marks/0']],
    [
      'looks at what exists',
      { holds: { op: 'answered', question: 'q-no' } },
      ['unknownQuestion /validations/0/holds/question'],
    ],
    ['looks into no set', { holds: within }, ['outOfReach /validations/0/holds/question']],
    ['looks into the set it is for', { holds: within, set: 'q-set', marks: ['q-visits', 'q-yes-no'] }, []],
    ['is for a set', { set: 'q-yes-no' }, ['notASet /validations/0/set']],
    [
      'can hold',
      { holds: { op: 'all', of: [valid.holds, { op: 'not', of: valid.holds }] } },
      ['conditionImpossible /validations/0/holds'],
    ],
  ])('%s', (_, changes, faults) => {
    expect(faultsOfValidation(changes)).toEqual(faults);
  });

  test('says what is wrong', () => {
    const questionnaire = given.questionnaire([given.yesNo()], { validations: [valid] });
    const { 'val-one.message': _, ...texts } = titlesFor(questionnaire).texts;
    const check = checkQuestionnaire(questionnaire, { language: 'en', texts });
    expect(check.ok ? [] : check.faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'missingTitle /texts/val-one.message',
    ]);
  });
});

describe('weights', () => {
  test('add up to what they are meant to', () => {
    const indices = (weightTotal: number) => [
      { id: 'index-one', code: 'INDEX', members: [{ of: 'ind-one', weight: 2.5 }], weightTotal },
    ];
    expect(faultsOf(given.questionnaire([given.yesNo()], { indices: indices(2.5) }))).toEqual([]);
    expect(faultsOf(given.questionnaire([given.yesNo()], { indices: indices(100) }))).toEqual([
      'weightsOff /indices/0/members',
    ]);
  });
});
