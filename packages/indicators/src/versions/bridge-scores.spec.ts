import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { drawAnswers } from '../answers/answers.arbitrary.js';
import { placeOf } from '../answers/place.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { given } from '../definition/given.arbitrary.js';
import type { Question } from '../definition/question.js';
import { areaScores } from './area-scores.js';
import { bridgeBetween } from './bridge-scores.js';
import { givenVersion } from './given-version.arbitrary.js';
import { planMigration } from './plan-migration.js';
import { arbitrarySoundPair } from './version-pair.arbitrary.js';

const yes = { kind: 'value', value: true } as const;
const no = { kind: 'value', value: false } as const;
const q = (id: string, changes: Parameters<typeof given.yesNo>[0] = {}): Question =>
  given.yesNo({ id, code: id.toUpperCase(), ...changes });

describe('a bridge', () => {
  const before = givenVersion([
    q('q-a'),
    q('q-b'),
    q('q-old', { points: { yes: 4, no: 0 } }),
    q('q-repointed'),
  ]);
  const after = givenVersion(
    [q('q-a', { weight: 3 }), q('q-b'), q('q-new'), q('q-repointed', { points: { yes: 1, no: 0 } })],
    {},
    { 'q-b.title': 'Asked otherwise?' },
  );

  test('stands on the questions that both ask alike and weigh their answers alike, and says on which and how much', () => {
    expect(bridgeBetween(before, after).core).toEqual({
      questions: [
        { question: 'q-a', codeBefore: 'Q-A', codeAfter: 'Q-A', grade: 'identical' },
        { question: 'q-b', codeBefore: 'Q-B', codeAfter: 'Q-B', grade: 'compatible' },
      ],
      leftOut: [
        { question: 'q-old', code: 'Q-OLD', why: 'onlyBefore' },
        { question: 'q-repointed', code: 'Q-REPOINTED', why: 'otherPoints' },
        { question: 'q-new', code: 'Q-NEW', why: 'onlyAfter' },
      ],
      areas: [
        // 4 of 10 points before; after, with the weight, 8 of 11.
        { area: 'index-one', code: 'INDEX', shareBefore: 0.4, shareAfter: 8 / 11 },
        { area: 'ind-one', code: 'IA', shareBefore: 0.4, shareAfter: 8 / 11 },
      ],
    });
  });

  test('scores both by the weights of the newer', () => {
    const bridge = bridgeBetween(before, after);
    const one = bridge.ofBefore({ 'q-a': yes, 'q-b': no, 'q-old': yes, 'q-repointed': yes });
    const other = bridge.ofAfter({ 'q-a': yes, 'q-b': no, 'q-new': yes, 'q-repointed': no });
    expect(one.get('index-one')).toEqual({ kind: 'scored', value: 0.75 });
    expect(other.get('index-one')).toEqual({ kind: 'scored', value: 0.75 });
  });

  test('asks each assessment by its own conditions', () => {
    const older = givenVersion([
      q('q-a'),
      q('q-b', { askedIf: { op: 'equals', question: 'q-a', value: true } }),
    ]);
    const newer = givenVersion([q('q-a'), q('q-b')]);
    const bridge = bridgeBetween(older, newer);
    const answers = { 'q-a': no, 'q-b': yes };
    expect(bridge.ofBefore(answers).get('ind-one')).toEqual({ kind: 'scored', value: 0 });
    expect(bridge.ofAfter(answers).get('ind-one')).toEqual({ kind: 'scored', value: 0.5 });
  });

  test('takes a further choice worth nothing more for the same points, another unit or kind for another question', () => {
    const options = (...points: number[]) =>
      points.map((each, at) => ({ id: `opt-${String(at)}`, code: `o${String(at)}`, points: each }));
    const leftOut = (one: Question, other: Question) =>
      bridgeBetween(givenVersion([q('q-a'), one]), givenVersion([q('q-a'), other])).core.leftOut.map(
        ({ why }) => why,
      );
    const bands = [
      { from: 0, points: 0 },
      { from: 10, points: 2 },
    ];
    const number = (changes: Parameters<typeof given.number>[0]) =>
      given.number({ indicator: 'ind-one', bands, ...changes });
    expect(
      leftOut(given.single({ options: options(0, 3) }), given.single({ options: options(0, 3, 1) })),
    ).toEqual([]);
    expect(
      leftOut(given.single({ options: options(0, 3) }), given.single({ options: options(0, 3, 4) })),
    ).toEqual(['otherPoints']);
    expect(leftOut(number({}), number({ unit: 'households' }))).toEqual(['notComparable']);
    expect(
      leftOut(
        number({}),
        number({
          bands: [
            { from: 0, points: 0 },
            { from: 20, points: 2 },
          ],
        }),
      ),
    ).toEqual(['otherPoints']);
    expect(leftOut(number({}), number({ indicator: undefined, bands: undefined }))).toEqual([
      'notScoredInBoth',
    ]);
  });
});

const arbitraryCase = arbitrarySoundPair().chain(({ before, after }) =>
  arbitraryFrom((draw) => ({
    ...{ before, after },
    answers: drawAnswers(draw, before.questionnaire, { emptySets: true }),
    others: drawAnswers(draw, before.questionnaire, { emptySets: true }),
  })),
);

test('between equal versions the bridge scores are the scores, of all that can be reached', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ before, answers }) => {
      const bridge = bridgeBetween(before, structuredClone(before));
      const scores = areaScores(compileQuestionnaire(before.questionnaire), answers);
      expect(bridge.ofBefore(answers)).toEqual(scores);
      expect(bridge.ofAfter(answers)).toEqual(scores);
      expect(bridge.core.leftOut).toEqual([]);
      expect(
        bridge.core.areas.every(({ shareBefore, shareAfter }) => shareBefore === 1 && shareAfter === 1),
      ).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('what is not in the core counts in no bridge score, unless it decides what is asked', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ before, after, answers, others }) => {
      const bridge = bridgeBetween(before, after);
      const { byId } = compileQuestionnaire(before.questionnaire);
      const grades = new Map(
        planMigration(before, after).questions.map(({ question, grade }) => [question, grade]),
      );
      const core = new Set(bridge.core.questions.map(({ question }) => question));
      for (const { question, grade } of bridge.core.questions) {
        expect(['identical', 'compatible']).toContain(grade);
        if (byId.get(question)?.question.kind !== 'computed') expect(grades.get(question)).toBe(grade);
      }
      const outside = ([address]: readonly [string, unknown]) => {
        const found = byId.get(placeOf(address).question);
        return (
          !core.has(placeOf(address).question) &&
          found?.lookedAtBy.length === 0 &&
          found.question.kind !== 'set'
        );
      };
      const mixed = Object.fromEntries([
        ...Object.entries(answers).filter((each) => !outside(each)),
        ...Object.entries(others).filter(outside),
      ]);
      // In a listed set an answer of its own; the lists themselves stay as they are.
      expect(bridge.ofBefore(mixed)).toEqual(bridge.ofBefore(answers));
    }),
    { numRuns: 60 },
  );
});
