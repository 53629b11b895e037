import { describe, expect, test } from '@jest/globals';
import { checkQuestionnaire } from './check-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import { given } from '../definition/given.arbitrary.js';
import type { QuestionnaireFaultCode } from './questionnaire-fault.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';

function faultsOf(questionnaire: Questionnaire, translations: readonly unknown[] = []) {
  const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire), translations);
  return (check.ok ? check.warnings : check.faults).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** The faults of a questionnaire that asks these questions besides a scored one. */
function faultsWith(...questions: readonly Question[]) {
  return faultsOf(given.questionnaire([given.yesNo(), ...questions]));
}

const askedIf = (
  condition: Condition,
  changes: Partial<Extract<Question, { kind: 'text' }>> = {},
): Question => given.text({ askedIf: condition, ...changes });
const AT = '/sections/0/questions';
const yes: Condition = { op: 'equals', question: 'q-yes-no', value: true };

/** `not` of `not` of …, built without recursion. */
function nested(depth: number): Condition {
  let condition: Condition = yes;
  for (let level = 1; level < depth; level += 1) condition = { op: 'not', of: condition };
  return condition;
}

describe('a questionnaire is passed', () => {
  test('with one of every kind of question', () => {
    const questions = [
      given.single(),
      given.multiple(),
      given.number(),
      given.share(),
      given.matrix(),
      given.date(),
      given.text(),
    ];
    expect(faultsWith(...questions)).toEqual([]);
  });

  test('with conditions as deep and as large as they may be', () => {
    const wide: Condition = { op: 'any', of: Array.from({ length: 99 }, () => nested(5)) };
    expect(faultsWith(askedIf(nested(32)), askedIf(wide, { id: 'q-wide', code: 'Q.9' }))).toEqual([]);
  });
});

describe('the shape is checked, with a pointer to every fault', () => {
  const codesOf = (input: unknown, source: unknown = titlesFor(given.questionnaire())) => {
    const check = checkQuestionnaire(input, source);
    return check.ok
      ? []
      : check.faults.map(({ code, pointer, document }) => `${document} ${code} ${pointer}`);
  };

  test.each([undefined, null, 7, 'text', [], () => 1])('%p is no questionnaire', (input) => {
    expect(codesOf(input).length).toBeGreaterThan(0);
  });

  test('missing and unknown keys, wrong types, unknown kinds', () => {
    const { code: _, ...rest } = given.questionnaire();
    const [question] = rest.sections[0]?.questions ?? [];
    const input = {
      ...rest,
      version: 7,
      'a/b~c': 1,
      sections: [{ id: 'sec-one', code: 'S 1', questions: [{ ...question, kind: 'slider' }] }],
      indices: [],
    };
    expect(codesOf(input).sort()).toEqual([
      'questionnaire badValue /sections/0/code',
      'questionnaire badValue /sections/0/questions/0/kind',
      'questionnaire missing /code',
      'questionnaire tooFew /indices',
      'questionnaire unknownKey /a~1b~0c',
      'questionnaire wrongType /version',
    ]);
  });

  test('more than three decimal places of points', () => {
    expect(
      faultsWith(
        given.single({
          options: [
            { id: 'opt-aa', code: 'a', points: 0.1234 },
            { id: 'opt-bb', code: 'b' },
          ],
        }),
      ),
    ).toEqual([`badValue ${AT}/1/options/0/points`]);
  });

  test('the texts are documents of their own', () => {
    expect(codesOf(given.questionnaire(), { language: 'en', texts: { 'q-yes-no.title': '' } })).toEqual([
      'texts badValue /texts/q-yes-no.title',
    ]);
  });
});

describe('what would exhaust a reader is refused', () => {
  const check = (questionnaire: unknown) => {
    const result = checkQuestionnaire(questionnaire, { language: 'en', texts: {} });
    return result.ok ? [] : result.faults.map(({ code }) => code);
  };
  const withCondition = (condition: unknown) => {
    const questionnaire = given.questionnaire();
    return {
      ...questionnaire,
      sections: [{ id: 'sec-one', code: 'S1', questions: [{ ...given.yesNo(), askedIf: condition }] }],
    };
  };

  test('a condition 33 levels deep, and one 10,000 levels deep', () => {
    expect(check(withCondition(nested(33)))).toContain('conditionTooDeep');
    expect(check(withCondition(nested(10_000)))).toContain('conditionTooDeep');
  });

  test('a condition of more than 500 parts', () => {
    const parts = Array.from({ length: 100 }, () => nested(6));
    expect(check(withCondition({ op: 'any', of: parts }))).toContain('conditionTooLarge');
  });

  test('a document 10,000 levels deep anywhere', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(check({ ...given.questionnaire(), sections: deep })).toContain('tooDeep');
  });

  test('a document that contains itself', () => {
    const loop: Record<string, unknown> = { ...given.questionnaire() };
    loop['sections'] = [loop, loop];
    expect(check(loop).some((code) => code === 'tooDeep' || code === 'tooLarge')).toBe(true);
  });

  test('a document of 200,000 parts, which is not read further', () => {
    const sections = Array.from({ length: 200_000 }, () => ({ id: 'part' }));
    expect(check({ ...given.questionnaire(), sections })).toEqual(['tooLarge']);
  });

  test('a key that reaches for the prototype', () => {
    const text = JSON.stringify(given.questionnaire()).replace(
      '"format":1',
      '"format":1,"__proto__":{"polluted":true}',
    );
    expect(check(JSON.parse(text))).toContain('unknownKey');
    const texts: unknown = JSON.parse('{"language":"en","texts":{"__proto__":"x"}}');
    const result = checkQuestionnaire(given.questionnaire(), texts);
    expect(result.ok ? [] : result.faults.map(({ code }) => code)).toContain('unknownKey');
    expect({}).not.toHaveProperty('polluted');
  });

  test('of ten thousand faults, five hundred are told', () => {
    const odd = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`odd-${String(at)}`, 0]));
    const faults = check({ ...given.questionnaire(), ...odd });
    expect(faults.length).toBe(501);
    expect(faults.at(-1)).toBe('moreFaults');
  });

  test('a chain of 10,000 conditions is followed without overflow', () => {
    const questions = Array.from({ length: 10_000 }, (_, at): Question =>
      given.yesNo({
        id: `q-${String(at)}`,
        code: `Q.${String(at)}`,
        ...(at < 9_999 && { askedIf: { op: 'answered', question: `q-${String(at + 1)}` } }),
      }),
    );
    const sections = Array.from({ length: 50 }, (_, at) => ({
      id: `sec-${String(at)}`,
      code: `S${String(at)}`,
      questions: questions.slice(at * 200, (at + 1) * 200),
    }));
    expect(faultsOf(given.questionnaire([], { sections }))).toEqual([]);
  }, 20_000);
});

describe('identity', () => {
  test('an id belongs to one thing in the whole document', () => {
    expect(faultsWith(given.text({ id: 'ind-one' }))).toEqual(['duplicateId /indicators/0/id']);
  });

  test('question codes are unique in the version, option codes in their question', () => {
    expect(faultsWith(given.text({ code: 'Q.1' }))).toEqual([`duplicateCode ${AT}/1/code`]);
    const options = [
      { id: 'opt-aa', code: 'same', points: 1 },
      { id: 'opt-bb', code: 'same' },
    ];
    expect(faultsWith(given.single({ options }))).toEqual([`duplicateCode ${AT}/1/options/1/code`]);
  });

  test.each(['questionnaire', 'constructor'])('“%s” is no id', (id) => {
    expect(faultsWith(given.text({ id }))).toEqual([`reservedId ${AT}/1/id`]);
  });
});

describe('conditions', () => {
  const IF = `${AT}/1/askedIf`;
  test.each<[string, Condition, QuestionnaireFaultCode, string]>([
    ['name a question that exists', { op: 'answered', question: 'q-none' }, 'unknownQuestion', '/question'],
    ['fit the kind of question', { op: 'atLeast', question: 'q-yes-no', value: 1 }, 'conditionMisfit', ''],
    [
      'compare a yes/no with true or false',
      { op: 'equals', question: 'q-yes-no', value: 'yes' },
      'conditionMisfit',
      '',
    ],
    [
      'name options that exist',
      { op: 'oneOf', question: 'q-single', options: ['opt-one'] },
      'unknownOption',
      '/options/0',
    ],
    [
      'name a row of a matrix',
      { op: 'oneOf', question: 'q-matrix', options: ['col-no'] },
      'conditionMisfit',
      '',
    ],
    [
      'name a row that exists',
      { op: 'oneOf', question: 'q-matrix', options: ['col-no'], row: 'row-no' },
      'unknownRow',
      '/row',
    ],
    [
      'name no row elsewhere',
      { op: 'oneOf', question: 'q-single', options: ['opt-low'], row: 'row-one' },
      'conditionMisfit',
      '',
    ],
    [
      'stay below the maximum',
      { op: 'atLeast', question: 'q-number', value: 1001 },
      'conditionImpossible',
      '',
    ],
    ['stay above the minimum', { op: 'atMost', question: 'q-share', value: -1 }, 'conditionImpossible', ''],
    [
      'name a date of the calendar',
      { op: 'equals', question: 'q-date', value: '2023-02-29' },
      'conditionImpossible',
      '',
    ],
  ])('must %s', (_, condition, code, below) => {
    const others = [given.single(), given.matrix(), given.number(), given.share(), given.date()];
    expect(faultsWith(askedIf(condition), ...others)).toEqual([`${code} ${IF}${below}`]);
  });

  const single = (...options: string[]): Condition => ({ op: 'oneOf', question: 'q-single', options });
  const number = (op: 'atLeast' | 'atMost', value: number): Condition => ({
    op,
    question: 'q-number',
    value,
  });
  test.each<[string, Condition]>([
    ['yes and no', { op: 'all', of: [yes, { op: 'equals', question: 'q-yes-no', value: false }] }],
    ['two choices of one', { op: 'all', of: [single('opt-low'), { op: 'all', of: [single('opt-high')] }] }],
    ['above and below', { op: 'all', of: [number('atLeast', 10), number('atMost', 9)] }],
    ['a thing and its opposite', { op: 'all', of: [yes, { op: 'not', of: yes }] }],
    [
      'an answer and none',
      { op: 'all', of: [yes, { op: 'not', of: { op: 'answered', question: 'q-yes-no' } }] },
    ],
  ])('that demand %s are never true', (_, condition) => {
    const faults = faultsWith(askedIf(condition), given.single(), given.number());
    expect(faults).toEqual([`conditionImpossible ${IF}`]);
  });

  test('contradict themselves also by way of the question they look at', () => {
    const middle = given.share({ askedIf: yes });
    const condition: Condition = {
      op: 'all',
      of: [
        { op: 'answered', question: 'q-share' },
        { op: 'equals', question: 'q-yes-no', value: false },
      ],
    };
    expect(faultsWith(askedIf(condition), middle)).toEqual([`conditionImpossible ${IF}`]);
  });

  test.each<[string, Condition]>([
    [
      'several choices of a multiple',
      {
        op: 'all',
        of: ['opt-one', 'opt-two'].map((id) => ({ op: 'oneOf', question: 'q-multiple', options: [id] })),
      },
    ],
    ['a range', { op: 'all', of: [number('atLeast', 9), number('atMost', 9)] }],
    ['either of two', { op: 'any', of: [yes, { op: 'equals', question: 'q-yes-no', value: false }] }],
  ])('may demand %s', (_, condition) => {
    expect(faultsWith(askedIf(condition), given.multiple(), given.number())).toEqual([]);
  });

  test('do not go in circles, and the circle is named', () => {
    const questionnaire = given.questionnaire([
      given.yesNo({ askedIf: { op: 'answered', question: 'q-text' } }),
      askedIf({ op: 'not', of: yes }),
    ]);
    const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
    expect(check.ok ? [] : check.faults).toMatchObject([
      { code: 'conditionCircular', message: 'The conditions and formulas go in a circle: Q.1 → Q.8 → Q.1.' },
    ]);
  });
});

describe('points, bands and weights', () => {
  const bands = (...from: number[]) => from.map((each) => ({ from: each, points: 1 }));
  test.each<[string, Question, string]>([
    [
      'bands rise',
      given.share({ indicator: 'ind-one', bands: bands(0, 20, 10) }),
      'bandsNotRising /bands/2/from',
    ],
    [
      'bands start at the minimum',
      given.share({ indicator: 'ind-one', bands: bands(5, 10) }),
      'bandsStart /bands/0/from',
    ],
    [
      'bands stay within the range',
      given.share({ indicator: 'ind-one', bands: bands(0, 101) }),
      'bandOutOfRange /bands/1/from',
    ],
    [
      'bands are no finer than answers',
      given.share({ indicator: 'ind-one', bands: bands(0, 0.25) }),
      'bandTooFine /bands/1/from',
    ],
    ['a range is not empty', given.number({ minimum: 5, maximum: 4 }), 'rangeEmpty /minimum'],
    ['a cap has an effect', given.multiple({ cap: 2.6 }), 'capWithoutEffect /cap'],
    ['a cap leaves something', given.multiple({ cap: 0 }), 'capZero /cap'],
    [
      'points need an indicator',
      given.single({ indicator: undefined }),
      'pointsWithoutIndicator /options/1/points',
    ],
    ['a weight needs an indicator', given.text({ weight: 2 }), 'weightWithoutIndicator /weight'],
    ['a weight is above 0', given.single({ weight: 0 }), 'weightZero /weight'],
    ['a text is never scored', given.text({ indicator: 'ind-one' }), 'neverScored /indicator'],
    ['the indicator exists', given.single({ indicator: 'ind-two' }), 'unknownIndicator /indicator'],
    ['something can be reached', given.share({ indicator: 'ind-one' }), 'nothingAttainable '],
    [
      '“none” is not the best',
      given.multiple({
        options: [
          { id: 'opt-aa', code: 'a', points: 1 },
          { id: 'opt-bb', code: 'b', points: 2, exclusive: true },
        ],
      }),
      'exclusiveBest /options/1/points',
    ],
    [
      'only a multiple excludes',
      given.single({
        options: [
          { id: 'opt-aa', code: 'a', points: 1 },
          { id: 'opt-bb', code: 'b', exclusive: true },
        ],
      }),
      'exclusiveMisplaced /options/1/exclusive',
    ],
  ])('%s', (_, question, fault) => {
    const [code = '', below = ''] = fault.split(' ');
    expect(faultsWith(question)).toEqual([`${code} ${AT}/1${below}`]);
  });

  test('sums that could not be counted exactly are refused', () => {
    const options = Array.from({ length: 50 }, (_, at) => ({
      id: `opt-${String(at)}`,
      code: `o${String(at)}`,
      points: 1000,
    }));
    const questions = Array.from({ length: 181 }, (_, at) =>
      given.multiple({
        id: `q-${String(at)}`,
        code: `Q.${String(at)}`,
        weight: 1000,
        options: options.map((option) => ({ ...option, id: `${option.id}-${String(at)}` })),
      }),
    );
    const [first] = faultsOf(given.questionnaire(questions));
    expect(first).toBe('sumTooLarge /indicators/0');
  });
});

describe('areas', () => {
  const two = [
    { id: 'ind-one', code: 'IA' },
    { id: 'ind-two', code: 'IB' },
  ];
  const composite = (id: string, ...of: string[]) => ({
    id,
    code: id.toUpperCase(),
    members: of.map((each) => ({ of: each, weight: 1 })),
  });

  test('an indicator has questions and stands in a mean', () => {
    expect(faultsOf(given.questionnaire(undefined, { indicators: two }))).toEqual([
      'indicatorWithoutQuestions /indicators/1',
      'indicatorUnused /indicators/1',
    ]);
  });

  test('members exist, each once', () => {
    const indices = [composite('index-one', 'ind-one', 'ind-one', 'ind-none', 'index-one')];
    expect(faultsOf(given.questionnaire(undefined, { indices }))).toEqual([
      'duplicateMember /indices/0/members/1/of',
      'unknownMember /indices/0/members/2/of',
      'unknownMember /indices/0/members/3/of',
    ]);
  });

  test('composites do not go in circles', () => {
    const composites = [composite('lens-a', 'ind-one', 'lens-b'), composite('lens-b', 'lens-a')];
    expect(faultsOf(given.questionnaire(undefined, { composites }))).toEqual([
      'compositeCircular /composites/0/members',
    ]);
  });
});

describe('the glossary', () => {
  const glossary = [
    { id: 'term-one', code: 'one', seeAlso: ['term-two'] },
    { id: 'term-two', code: 'two' },
  ];
  const faultsOfTerms = (terms: Questionnaire['glossary'], meanings: Record<string, string>) => {
    const questionnaire = given.questionnaire(undefined, { glossary: terms });
    const { language, texts } = titlesFor(questionnaire);
    const check = checkQuestionnaire(questionnaire, { language, texts: { ...texts, ...meanings } });
    return check.ok ? [] : check.faults.map(({ code, pointer }) => `${code} ${pointer}`);
  };

  test('explains each of its terms', () => {
    expect(faultsOfTerms(glossary, { 'term-one.meaning': 'x', 'term-two.meaning': 'x' })).toEqual([]);
    expect(faultsOfTerms(glossary, { 'term-one.meaning': 'x' })).toEqual([
      'missingMeaning /texts/term-two.meaning',
    ]);
  });

  test('points to other terms only', () => {
    const terms = [{ id: 'term-one', code: 'one', seeAlso: ['term-one', 'ind-one', 'term-gone'] }];
    expect(faultsOfTerms(terms, { 'term-one.meaning': 'x' })).toEqual([
      'unknownTerm /glossary/0/seeAlso/0',
      'unknownTerm /glossary/0/seeAlso/1',
      'unknownTerm /glossary/0/seeAlso/2',
    ]);
  });
});

describe('texts', () => {
  const of = 'a'.repeat(64);
  test('everything has a title, and nothing unknown is spoken of', () => {
    const questionnaire = given.questionnaire();
    const { language, texts } = titlesFor(questionnaire);
    const { 'q-yes-no.title': _, ...rest } = texts;
    const check = checkQuestionnaire(questionnaire, {
      language,
      texts: { ...rest, 'q-gone.title': 'x', 'ind-one.help': 'x' },
    });
    expect(check.ok ? [] : check.faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'missingTitle /texts/q-yes-no.title',
      'unknownText /texts/q-gone.title',
      'unknownText /texts/ind-one.help',
    ]);
  });

  test('the source texts are in the source language', () => {
    const check = checkQuestionnaire(given.questionnaire(), {
      ...titlesFor(given.questionnaire()),
      language: 'pl',
    });
    expect(check.ok ? [] : check.faults.map(({ code }) => code)).toEqual(['languageMismatch']);
  });

  test('what is not translated is a warning, which passes', () => {
    const questionnaire = given.questionnaire();
    const texts = { 'questionnaire.title': { text: 'Tytuł', of } };
    const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire), [{ language: 'pl', texts }]);
    expect(
      check.ok && new Set(check.warnings.map(({ code, language }) => `${code} ${String(language)}`)),
    ).toEqual(new Set(['missingTranslation pl']));
  });

  test('a translation is in another language, one document each', () => {
    const all = Object.fromEntries(
      Object.keys(titlesFor(given.questionnaire()).texts).map((key) => [key, { text: 'x', of }]),
    );
    const pl = { language: 'pl', texts: all };
    expect(faultsOf(given.questionnaire(), [{ language: 'en', texts: all }, pl, pl])).toEqual([
      'languageMismatch /language',
      'duplicateTranslation /language',
    ]);
  });
});
