import { expect, test } from '@jest/globals';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import { checkQuestionnaire } from './check-questionnaire.js';

/** The faults of these questions, with these titles in place of those they are given. */
function faultsOf(questions: readonly Question[], titles: Readonly<Record<string, string>> = {}) {
  const questionnaire = given.questionnaire([given.yesNo(), ...questions]);
  const source = titlesFor(questionnaire);
  const texts = Object.entries(titles).map(([id, title]) => [`${id}.title`, title] as const);
  const check = checkQuestionnaire(questionnaire, {
    ...source,
    texts: { ...source.texts, ...Object.fromEntries(texts) },
  });
  return (check.ok ? check.warnings : check.faults).map(({ code, pointer }) => `${code} ${pointer}`);
}

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `opt-${String(at)}`, code: `o${String(at)}`, points: 1 }));

test.each<[string, Question, string]>([
  ['30 choices', given.single({ options: options(30) }), 'choicesTooMany /sections/0/questions/1/options'],
  [
    'a matrix of eight columns',
    given.matrix({ columns: options(8) }),
    'matrixTooWide /sections/0/questions/1/columns',
  ],
  [
    'eleven things in order',
    given.ranking({ options: options(11).map(({ id, code }) => ({ id, code, counts: true })) }),
    'rankingTooLong /sections/0/questions/1/options',
  ],
])('%s are too many for a phone, a keyboard or the ear', (_, question, fault) => {
  expect(faultsOf([question])).toEqual([fault]);
});

test('as many as can be used are fine', () => {
  const ranked = options(30).map(({ id, code }) => ({ id: `${id}-r`, code, counts: true }));
  const questions = [given.single({ options: options(25) }), given.ranking({ options: ranked, ranked: 3 })];
  expect(faultsOf(questions)).toEqual([]);
});

test('a picture, a colour or a dash is no title', () => {
  expect(faultsOf([given.single()], { 'opt-low': '🔴', 'opt-high': '🟢 ✔' })).toEqual([
    'titleWithoutWords /texts/opt-low.title',
    'titleWithoutWords /texts/opt-high.title',
  ]);
  expect(faultsOf([given.single()], { 'opt-low': '🔴 Nie', 'opt-high': 'Так' })).toEqual([]);
});

test('choices, rows or questions beside each other that have the same title cannot be told apart', () => {
  const titles = { 'opt-low': 'Partly', 'opt-high': 'partly ', 'row-one': 'Year', 'row-two': 'Year' };
  expect(faultsOf([given.single(), given.matrix()], titles)).toEqual([
    'titlesAlike /texts/opt-high.title',
    'titlesAlike /texts/row-two.title',
  ]);
  expect(faultsOf([given.single()], { 'q-single': 'Same', 'q-yes-no': 'Same' })).toEqual([
    'titlesAlike /texts/q-single.title',
  ]);
});

test('a title of half a page is heard again and again', () => {
  expect(faultsOf([given.single()], { 'q-single': 'word '.repeat(61) })).toEqual([
    'titleTooLong /texts/q-single.title',
  ]);
});

test('a translation is looked at, too', () => {
  const questionnaire = given.questionnaire([given.yesNo(), given.single()]);
  const source = titlesFor(questionnaire);
  const texts = Object.fromEntries(
    Object.keys(source.texts).map((key) => [key, { text: key, of: '0'.repeat(64) }]),
  );
  const translation = {
    language: 'pl',
    texts: { ...texts, 'opt-low.title': { text: '…', of: '0'.repeat(64) } },
  };
  const check = checkQuestionnaire(questionnaire, source, [translation]);
  expect(check.ok ? [] : check.faults).toMatchObject([
    { code: 'titleWithoutWords', document: 'translation', language: 'pl', pointer: '/texts/opt-low.title' },
  ]);
});
