import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { given } from '../definition/given.arbitrary.js';
import { valueAt } from '../definition/json-pointer.js';
import type { Question } from '../definition/question.js';
import { diffVersions } from './diff-versions.js';
import { givenVersion } from './given-version.arbitrary.js';
import { countChanges, VersionChange, type VersionPlace } from './version-change.js';
import type { VersionDocuments } from './version-documents.js';
import { arbitraryPair } from './version-pair.arbitrary.js';

const QUESTIONS: readonly Question[] = [
  given.yesNo(),
  given.single(),
  given.multiple(),
  given.number({ bands: [0, 10, 20].map((from) => ({ from, points: from })), indicator: 'ind-one' }),
  given.set(),
];

const version = (...[questions = QUESTIONS, ...others]: Partial<Parameters<typeof givenVersion>>) =>
  givenVersion(questions, ...others);

/** The same questions, with one of them made anew. */
function withQuestion(question: Question): VersionDocuments {
  return version(QUESTIONS.map((each) => (each.id === question.id ? question : each)));
}

/** What is told, without places. */
function told(after: VersionDocuments, before = version()): readonly string[] {
  return diffVersions(before, after).map(({ kind, key, change, toJudge }) =>
    [kind, change, key, ...(toJudge ? ['toJudge'] : [])].join(' '),
  );
}

describe('what a change is about', () => {
  test.each<[string, VersionDocuments, readonly string[]]>([
    ['a weight', withQuestion(given.yesNo({ weight: 2 })), ['weights field q-yes-no/weight']],
    [
      'a point of yes',
      withQuestion(given.yesNo({ points: { yes: 3, no: 0 } })),
      ['weights field q-yes-no/points/yes'],
    ],
    [
      'a condition',
      withQuestion(given.yesNo({ askedIf: { op: 'answered', question: 'q-set' } })),
      ['conditions field q-yes-no/askedIf'],
    ],
    [
      'the unit',
      withQuestion({ ...QUESTIONS[3], unit: 'households' } as Question),
      ['meaning field q-number/unit'],
    ],
    [
      'what a band is worth',
      withQuestion({ ...QUESTIONS[3], bands: [0, 10, 20].map((from) => ({ from, points: 1 })) } as Question),
      ['weights field q-number/bands'],
    ],
    [
      'where a band begins',
      withQuestion({ ...QUESTIONS[3], bands: [0, 15].map((from) => ({ from, points: from })) } as Question),
      ['meaning field q-number/bands'],
    ],
    [
      'what a city must do',
      withQuestion(given.yesNo({ required: false, evidence: { need: 'required' } })),
      ['rules field q-yes-no/required', 'rules field q-yes-no/evidence/need'],
    ],
    [
      'a rule',
      version(QUESTIONS, {
        rules: {
          unanswered: 'countAsZero',
          notApplicable: 'leaveOut',
          coverageToScore: 0,
          coverageToPublish: 0.65,
        },
      }),
      ['rules field questionnaire/rules/unanswered'],
    ],
    [
      'a rule of one indicator',
      version(QUESTIONS, {
        indicators: [{ id: 'ind-one', code: 'IA', rules: { unanswered: 'countAsZero' } }],
      }),
      ['rules field ind-one/rules/unanswered'],
    ],
    [
      'the weight of an indicator',
      version(QUESTIONS, {
        indices: [{ id: 'index-one', code: 'INDEX', members: [{ of: 'ind-one', weight: 3 }] }],
      }),
      ['weights field index-one/ind-one/weight'],
    ],
    [
      'a new question, not all that is in it',
      version([...QUESTIONS, given.matrix()]),
      ['structure added q-matrix'],
    ],
    ['a question that is gone', version(QUESTIONS.slice(1)), ['structure removed q-yes-no']],
    [
      'another order',
      version([...QUESTIONS.slice(1), ...QUESTIONS.slice(0, 1)]),
      ['structure moved q-yes-no/moved'],
    ],
    [
      'another wording',
      version(QUESTIONS, {}, { 'q-yes-no.title': 'Is there a strategy?' }),
      ['wording text q-yes-no/title/en toJudge'],
    ],
    [
      'other words for an area',
      version(QUESTIONS, {}, { 'ind-one.title': 'Leadership' }),
      ['wording text ind-one/title/en'],
    ],
  ])('%s', (_, after, expected) => {
    expect(told(after)).toEqual(expected);
  });

  test('other quotation marks, dashes and spaces, which mean the same', () => {
    const before = version(QUESTIONS, {}, { 'q-yes-no.title': 'A "body" - or network' });
    const after = version(QUESTIONS, {}, { 'q-yes-no.title': 'A  “body” – or network' });
    expect(told(after, before)).toEqual(['wording text q-yes-no/title/en']);
  });

  test('choices are options, with what they are worth as weights', () => {
    const single = given.single({
      options: [
        { id: 'opt-high', code: 'top', points: 4 },
        { id: 'opt-middle', code: 'middle' },
      ],
    });
    expect(told(withQuestion(single))).toEqual([
      'wording field opt-high/code',
      'weights field opt-high/points',
      'options added opt-middle',
      'options removed opt-low',
    ]);
  });

  test('a question that becomes another kind', () => {
    const { code, required, indicator } = given.single();
    const share = given.share({
      id: 'q-single',
      code,
      required,
      ...(indicator && { indicator }),
      bands: [{ from: 0, points: 1 }],
    });
    const changes = diffVersions(version(), withQuestion(share));
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'meaning', field: 'kind', from: 'single', to: 'share' }),
    );
  });
});

describe('a difference', () => {
  test('says where it stands in both versions, with both values and codes', () => {
    const [, ...others] = QUESTIONS;
    const after = version([
      ...others.slice(0, 1),
      given.yesNo({ code: 'Z.1', weight: 2 }),
      ...others.slice(1),
    ]);
    const change = diffVersions(version(), after).find(({ field }) => field === 'weight');
    expect(change).toEqual({
      ...{ key: 'q-yes-no/weight', kind: 'weights', change: 'field', part: 'q-yes-no', list: 'questions' },
      ...{ codeBefore: 'Q.1', codeAfter: 'Z.1', title: 'Title of q-yes-no', field: 'weight', to: 2 },
      before: { document: 'questionnaire', pointer: '/sections/0/questions/0' },
      after: { document: 'questionnaire', pointer: '/sections/0/questions/1/weight' },
    });
  });

  test('in a language is one change when the language is new, and one for each text when it is not', () => {
    const polish = (texts: Readonly<Record<string, string>>): VersionDocuments => ({
      ...version(),
      translations: [
        {
          language: 'pl',
          texts: Object.fromEntries(
            Object.entries(texts).map(([key, text]) => [key, { text, of: 'a'.repeat(64) }]),
          ),
        },
      ],
    });
    const one = polish({ 'q-yes-no.title': 'Czy?', 'q-single.title': 'Która?' });
    expect(told(one)).toEqual(['wording languageAdded questionnaire//pl']);
    expect(told(version(), one)).toEqual(['wording languageRemoved questionnaire//pl']);
    expect(
      diffVersions(one, polish({ 'q-yes-no.title': 'Czyż?', 'q-single.title': 'Która?' })),
    ).toMatchObject([
      {
        ...{ key: 'q-yes-no/title/pl', toJudge: true, from: 'Czy?', to: 'Czyż?' },
        after: { document: 'translation', language: 'pl', pointer: '/texts/q-yes-no.title' },
      },
    ]);
  });

  test('is none when the two languages of a version change places', () => {
    const { questionnaire, source } = version();
    const of = 'a'.repeat(64);
    const polish = Object.keys(source.texts).map((key) => [key, `PL ${key}`] as const);
    const before: VersionDocuments = {
      ...{ questionnaire, source },
      translations: [
        { language: 'pl', texts: Object.fromEntries(polish.map(([key, text]) => [key, { text, of }])) },
      ],
    };
    const english = Object.entries(source.texts).map(([key, text]) => [key, { text, of }] as const);
    const after: VersionDocuments = {
      questionnaire: { ...questionnaire, sourceLanguage: 'pl' },
      source: { language: 'pl', texts: Object.fromEntries(polish) },
      translations: [{ language: 'en', texts: Object.fromEntries(english) }],
    };
    expect(told(after, before)).toEqual(['wording field questionnaire/sourceLanguage']);
  });
});

test('equal versions differ in nothing, also when they are called otherwise', () => {
  fc.assert(
    fc.property(arbitraryPair(), ({ after }) => {
      const copy = structuredClone(after);
      const renamed = { ...copy, questionnaire: { ...copy.questionnaire, version: 'another' } };
      expect(diffVersions(after, renamed)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('every change is named once, is as its schema says, and stands where it says, with the values it says', () => {
  fc.assert(
    fc.property(arbitraryPair(), ({ before, after }) => {
      const changes = diffVersions(before, after);
      expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
      for (const change of changes) {
        expect(VersionChange.parse(change)).toEqual(change);
        for (const [documents, place, value] of [
          [before, change.before, change.from],
          [after, change.after, change.to],
        ] as const) {
          if (place && value !== undefined) expect(wordsAt(documents, place)).toEqual(value);
        }
      }
      const { toJudge, ...counts } = countChanges(changes);
      expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(changes.length);
      expect(toJudge).toBeLessThanOrEqual(counts.wording);
    }),
    { numRuns: 40 },
  );
});

test('told backwards it is the same, from what was to what is', () => {
  fc.assert(
    fc.property(arbitraryPair(), ({ before, after }) => {
      const forth = diffVersions(before, after).filter(({ change }) => change !== 'moved');
      const back = diffVersions(after, before).filter(({ change }) => change !== 'moved');
      const turned = back.map(({ key, kind, from, to, before: at, after: then }) => ({
        ...{ key, kind, from: to, to: from, before: then, after: at },
      }));
      const plain = forth.map(({ key, kind, from, to, before: at, after: then }) => ({
        ...{ key, kind, from, to, before: at, after: then },
      }));
      const sorted = (list: readonly { readonly key: string }[]) =>
        list.toSorted((one, other) => (one.key < other.key ? -1 : 1));
      expect(sorted(turned)).toEqual(sorted(plain));
    }),
    { numRuns: 40 },
  );
});

/** What stands at a place; of a translated text the words. */
function wordsAt(documents: VersionDocuments, { document, language, pointer }: VersionPlace): unknown {
  const path = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  switch (document) {
    case 'questionnaire':
      return valueAt(documents.questionnaire, path);
    case 'texts':
      return valueAt(documents.source, path);
    case 'translation':
      return valueAt(
        documents.translations.find((each) => each.language === language),
        [...path, 'text'],
      );
  }
}
