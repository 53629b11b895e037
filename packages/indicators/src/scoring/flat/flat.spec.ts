import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { arbitraryAnswers } from '../../answers/answers.arbitrary.js';
import type { Answers } from '../../answers/answer.js';
import { visibleQuestions } from '../../answers/visible-questions.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { given } from '../../definition/given.arbitrary.js';
import { arbitraryQuestionnaire } from '../../definition/questionnaire.arbitrary.js';
import type { Score } from '../score.js';
import { scoreAssessment } from '../score-assessment.js';
import { decodeBlock, encodeBlock } from './answer-block.js';
import { layOut } from './layout.js';
import { packAnswers } from './pack-answers.js';
import { FlatScoring, scoreIn, scoreNumbers } from './score-block.js';
import { unpackAnswers } from './unpack-answers.js';

/** A version with several assessments, valid or not. */
const assessments = () =>
  arbitraryQuestionnaire().chain((questionnaire) =>
    fc.record({
      compiled: fc.constant(compileQuestionnaire(questionnaire)),
      all: fc.array(arbitraryAnswers(questionnaire, { faulty: true, emptySets: true }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  );

function traced(compiled: CompiledQuestionnaire, answers: Answers): ReadonlyMap<string, Score> {
  const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
  return new Map([...indicators, ...composites, ...indices].map(({ id, score }) => [id, score]));
}

function expectAlike(found: ReadonlyMap<string, Score>, wanted: ReadonlyMap<string, Score>): void {
  expect(new Set(found.keys())).toEqual(new Set(wanted.keys()));
  for (const [id, score] of wanted) {
    const other = found.get(id);
    expect(other?.kind).toBe(score.kind);
    if (score.kind === 'scored' && other?.kind === 'scored')
      expect(Math.abs(score.value - other.value)).toBeLessThan(1e-12);
  }
}

describe('numbers from flat tables', () => {
  test('are those of the scorecard, from answers as from packed ones', () => {
    fc.assert(
      fc.property(assessments(), ({ compiled, all }) => {
        const flat = new FlatScoring(compiled);
        const block = flat.block(all.length);
        for (const answers of all) packAnswers(block, answers);
        const copy = decodeBlock(layOut(compiled), encodeBlock(block));
        const numbers = flat.numbers(all.length);
        flat.score(copy, numbers);
        for (const [row, answers] of all.entries()) {
          const wanted = traced(compiled, answers);
          expectAlike(scoreNumbers(flat, answers), wanted);
          expectAlike(new Map(flat.areas.map((id, area) => [id, scoreIn(numbers, area, row)])), wanted);
        }
      }),
      runs(60),
    );
  });

  test('keep exact sums', () => {
    fc.assert(
      fc.property(assessments(), ({ compiled, all: [answers = {}] }) => {
        const flat = new FlatScoring(compiled);
        const [block, numbers] = [flat.block(1), flat.numbers(1)];
        packAnswers(block, answers);
        flat.score(block, numbers);
        const { indicators } = scoreAssessment(compiled, answers, { basis: 'claimed' });
        for (const [at, { numerator, denominator, arithmetic }] of indicators.entries()) {
          expect(numbers.denominators[at]).toBe(denominator);
          if (arithmetic === 'exact') expect(numbers.numerators[at]).toBe(numerator);
        }
      }),
      runs(25),
    );
  });
});

test.each([
  ['of thirteen questions that fit by twos', 3.001, [1.001, 1]],
  ['of questions some of which do not fit', 1000, [1000, 0.001]],
  ['of questions none of which fits', 1000, [1000, 999.999]],
  ['of questions that would fit, were they not counted', 60_000.001, [0.001]],
] as const)('sums with more digits than one number has come out whole: %s', (_, yes, weights) => {
  const questions = Array.from({ length: 13 }, (__, at) =>
    given.yesNo({
      id: `q-${String(at)}`,
      code: `Q.${String(at)}`,
      points: { yes, no: 0.001 },
      weight: weights[at % weights.length] ?? 1,
    }),
  );
  const compiled = compileQuestionnaire(given.questionnaire(questions));
  const answers = Object.fromEntries(
    questions.map(({ id }, at) => [id, { kind: 'value' as const, value: at > 5 }]),
  );
  const flat = new FlatScoring(compiled);
  const [block, numbers] = [flat.block(1), flat.numbers(1)];
  packAnswers(block, answers);
  flat.score(block, numbers);
  const [indicator] = scoreAssessment(compiled, answers, { basis: 'claimed' }).indicators;
  expect(indicator?.arithmetic).toBe('exact');
  expect(numbers.numerators[0]).toBe(indicator?.numerator);
  expect(numbers.denominators[0]).toBe(indicator?.denominator);
});

describe('of forty options', () => {
  const options = Array.from({ length: 40 }, (_, at) => ({
    id: `opt-${String(at)}`,
    code: `O${String(at)}`,
    points: 1 + at / 1000,
    ...(at === 39 && { exclusive: true }),
  }));
  const compiled = compileQuestionnaire(
    given.questionnaire([given.multiple({ id: 'q-many', code: 'Q.MANY', options, cap: 50, maximum: 4 })]),
  );
  test.each<[string, readonly number[]]>([
    ['some out of order, there and back between columns', [33, 2, 17, 1]],
    ['one twice, another column between', [2, 33, 2]],
    ['one that stands alone', [39]],
    ['one that stands alone beside another', [39, 3]],
    ['more than may be', [1, 2, 3, 4, 5]],
    ['an unknown one', [1, 40]],
    ['none', []],
  ])('%s score as in the scorecard', (_, chosen) => {
    const answers: Answers = {
      'q-many': { kind: 'value', value: chosen.map((at) => `opt-${String(at)}`) },
    };
    expectAlike(scoreNumbers(new FlatScoring(compiled), answers), traced(compiled, answers));
  });
});

describe('packed answers', () => {
  test('come out again as answers that are asked and score alike, and pack to the same', () => {
    fc.assert(
      fc.property(assessments(), ({ compiled, all }) => {
        const flat = new FlatScoring(compiled);
        const [block, again] = [flat.block(all.length), flat.block(all.length)];
        for (const answers of all) packAnswers(block, answers);
        for (const [row, answers] of all.entries()) {
          const out = unpackAnswers(block, row);
          packAnswers(again, out);
          expectAlike(traced(compiled, out), traced(compiled, answers));
          expect(visibleQuestions(compiled, out).size).toBe(visibleQuestions(compiled, answers).size);
        }
        expect(scoredBytes(again)).toEqual(scoredBytes(block));
      }),
      runs(25),
    );
  });

  const compiled = compileQuestionnaire(given.questionnaire());
  const bytes = (): Uint8Array => {
    const block = new FlatScoring(compiled).block(1);
    packAnswers(block, { 'q-yes-no': { kind: 'value', value: true } });
    return encodeBlock(block);
  };

  test('are one code and no figure for a yes/no question', () => {
    expect([...bytes()].slice(0, 8)).toEqual([...[...'KILA'].map((each) => each.charCodeAt(0)), 1, 0, 0, 0]);
    expect([...bytes()].slice(12)).toEqual([...[1, 0, 0, 0], ...[1, 0, 0, 0], ...[0, 0, 0, 0], ...[3, 0]]);
  });

  test('are of none nothing but what says whose they are', () => {
    const none = encodeBlock(new FlatScoring(compiled).block(1));
    expect([none.length, decodeBlock(layOut(compiled), none).length]).toEqual([24, 0]);
  });

  test.each<[string, (whole: Uint8Array) => Uint8Array, RegExp]>([
    ['other bytes', () => new Uint8Array(40), /not packed answers/],
    ['none', () => new Uint8Array(0), /not packed answers/],
    ['only the first letters', (whole) => whole.slice(0, 4), /not known/],
    ['a later format', (whole) => whole.map((byte, at) => (at === 4 ? 2 : byte)), /format 2/],
    ['too few', (whole) => whole.slice(0, -1), /not whole/],
    ...[8, 16, 20].map((spoilt): [string, (whole: Uint8Array) => Uint8Array, RegExp] => [
      `another version, by byte ${String(spoilt)}`,
      (whole) => whole.map((byte, at) => (at === spoilt ? byte ^ 1 : byte)),
      /another version/,
    ]),
  ])('refuse %s', (_, spoil, message) => {
    expect(() => decodeBlock(layOut(compiled), spoil(bytes()))).toThrow(message);
  });

  test('score alike where their columns were laid out anew, also what is calculated within a set', () => {
    const visits = { op: 'answer', question: 'q-visits' } as const;
    const set = given.set();
    const perVisit = given.computed({
      formula: { op: 'sum', of: [visits, visits] },
      indicator: 'ind-one',
      bands: [
        { from: 0, points: 0 },
        { from: 10, points: 4 },
      ],
    });
    const version = compileQuestionnaire(
      given.questionnaire([
        { ...set, ...(set.kind === 'set' && { questions: [...set.questions, perVisit] }) } as typeof set,
      ]),
    );
    const answers: Answers = {
      'q-set': { kind: 'value', value: ['in-a'] },
      'q-open@in-a': { kind: 'value', value: true },
      'q-visits@in-a': { kind: 'value', value: 5 },
    };
    const flat = new FlatScoring(version);
    const [block, numbers] = [flat.block(1), flat.numbers(1)];
    packAnswers(block, answers);
    flat.score(decodeBlock(layOut(version), encodeBlock(block)), numbers);
    expect([numbers.numerators[0], numbers.denominators[0]]).toEqual([6_000_000, 6_000_000]);
  });

  test('take no more than there is room for', () => {
    const block = new FlatScoring(compiled).block(1);
    packAnswers(block, {});
    expect(() => {
      packAnswers(block, {});
    }).toThrow(new RangeError('The block is full.'));
  });
});

/** What stands behind faulty answers, whatever it is, is not looked at. */
function scoredBytes(block: ReturnType<FlatScoring['block']>): readonly number[] {
  return block.layout.slots.flatMap(({ column }) => [
    ...block.codes.slice(column * block.capacity, column * block.capacity + block.length),
  ]);
}
