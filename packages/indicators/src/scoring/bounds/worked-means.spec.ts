import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { FlatScoring, scoreNumbers } from '../flat/score-block.js';
import { scoreAssessment } from '../score-assessment.js';
import { allCompletions } from './completions.arbitrary.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const yesNo = (id: string, indicator: string, yes: number, no: number, more: object = {}): Question =>
  given.yesNo({ id, code: id, indicator, mayNotApply: false, points: { yes, no }, ...more });
const isYes = (question: string): Condition => ({ op: 'equals', question, value: true });
const isNo = (question: string): Condition => ({ op: 'not', of: isYes(question) });
const mean = (id: string, members: Readonly<Record<string, number>>, more: object = {}) => ({
  ...{ id, code: id, ...more },
  members: Object.entries(members).map(([of, weight]) => ({ of, weight })),
});
const indicators = ['ind-one', 'ind-two', 'ind-three'].map((id) => ({ id, code: id }));

/** The bounds of the first index, the least and the greatest of all completions, and whether some has no score. */
function looked(questions: readonly Question[], changes: Partial<Questionnaire>, claims: Answers = {}) {
  const compiled = compileQuestionnaire(given.questionnaire(questions, { indicators, ...changes }));
  const flat = new FlatScoring(compiled);
  const scores = (allCompletions(compiled, claims, 3000) ?? []).map((each) =>
    scoreNumbers(flat, each).get('index'),
  );
  const values = scores.flatMap((score) => (score?.kind === 'scored' ? [score.value] : []));
  const interval = scoreAssessment(compiled, claims, { basis: 'claimed' }).indices[0]?.interval;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    interval,
    isHeld: interval !== undefined && interval.low <= least + 1e-12 && interval.high >= most - 1e-12,
    isReached:
      interval !== undefined &&
      Math.abs(interval.low - least) < 1e-12 &&
      Math.abs(interval.high - most) < 1e-12,
  };
}

describe('the bounds of a mean over what one answer links', () => {
  const gates = [
    [1, 0],
    [1, 1],
  ] as const;
  const linked = [
    [2, 1],
    [3, 3],
  ] as const;
  const beside: readonly (readonly [string, readonly Question[], Answers])[] = [
    ['nothing', [], {}],
    ['an open one', [yesNo('q-c', 'ind-two', 1, 0)], {}],
    ['a settled one', [yesNo('q-c', 'ind-two', 1, 0)], { 'q-c': value(true) }],
    ['an open one by the gate', [yesNo('q-c', 'ind-one', 2, 0)], {}],
    ['one that may not apply', [yesNo('q-c', 'ind-two', 2, 1, { mayNotApply: true })], {}],
    ['one by the gate that may not apply', [yesNo('q-c', 'ind-one', 2, 1, { mayNotApply: true })], {}],
    ['one that is asked if not', [yesNo('q-c', 'ind-two', 1, 0, { askedIf: isNo('q-a') })], {}],
    ['one in a third', [yesNo('q-c', 'ind-three', 2, 1)], {}],
  ];
  const shapes: readonly (readonly [string, Partial<Questionnaire>, readonly [number, number, number]])[] = [
    ['of two', { indices: [mean('index', { 'ind-one': 1, 'ind-two': 2 })] }, [53, 36, 39]],
    [
      'of one that is in it on two ways',
      {
        composites: [mean('lens', { 'ind-one': 2, 'ind-two': 1 })],
        indices: [mean('index', { lens: 1, 'ind-two': 2 })],
      },
      [47, 42, 39],
    ],
    [
      'of composites of one each, and a third',
      {
        composites: [mean('lens-one', { 'ind-one': 1 }), mean('lens-two', { 'ind-two': 1, 'ind-three': 1 })],
        indices: [mean('index', { 'lens-one': 1, 'lens-two': 3 })],
      },
      [51, 40, 37],
    ],
  ];

  test.each(shapes)(
    '%s hold every completion, and say they are reached only where they are',
    (_, shape, [exact, cautious, beyond]) => {
      const found = { exact: 0, cautious: 0, beyond: 0 };
      for (const [[yes, no], points, condition, mayNotApply] of gates.flatMap((gate) =>
        linked.flatMap((each) =>
          [isYes('q-a'), isNo('q-a')].flatMap((askedIf) =>
            [false, true].map((free) => [gate, each, askedIf, free] as const),
          ),
        ),
      ))
        for (const [name, more, claims] of beside) {
          const questions = [
            yesNo('q-a', 'ind-one', yes, no, { mayNotApply }),
            yesNo('q-b', 'ind-two', points[0], points[1], { askedIf: condition }),
            ...more,
          ];
          const { interval, isHeld, isReached } = looked(questions, shape, claims);
          expect([name, isHeld]).toEqual([name, true]);
          if (interval?.exact === true) expect([name, isReached]).toEqual([name, true]);
          else expect(interval?.reasons).toEqual(['linked']);
          found[interval?.exact === true ? 'exact' : isReached ? 'cautious' : 'beyond'] += 1;
        }
      // Of 128 in all; cautious: reached though it is not said.
      expect(found).toEqual({ exact, cautious, beyond });
    },
  );
});

describe('the bounds of a mean over what is free of each other', () => {
  const free = { mayNotApply: true };
  /** All of it, half or all, nothing or all: always there, or not if it does not apply. */
  const whole = (at: number, more: object = {}) => yesNo(`q-${String(at)}`, indicatorAt(at), 1, 1, more);
  const half = (at: number, more: object = {}) => yesNo(`q-${String(at)}`, indicatorAt(at), 2, 1, more);
  const any = (at: number, more: object = {}) => yesNo(`q-${String(at)}`, indicatorAt(at), 1, 0, more);
  const indicatorAt = (at: number) => ['ind-one', 'ind-two', 'ind-three'][at - 1] ?? '';
  const three = (one: number, two: number, last: number) => ({
    indices: [mean('index', { 'ind-one': one, 'ind-two': two, 'ind-three': last })],
  });
  const lens = (members: Readonly<Record<string, number>>, index: Readonly<Record<string, number>>) => ({
    composites: [mean('lens', members)],
    indices: [mean('index', index)],
  });

  test.each<readonly [string, readonly Question[], Partial<Questionnaire>, Answers, number, number]>([
    ['all of which stay', [any(1), half(2), whole(3)], three(1, 1, 2), {}, 2.5 / 4, 1],
    // Without the whole one: 0 to 1 alone, or half of it beside.
    ['one of which may fall away', [any(1), whole(2, free)], three(1, 1, 1), {}, 0, 1],
    ['the better of which may', [any(1), whole(2, free)], three(1, 3, 1), { 'q-1': value(false) }, 0, 0.75],
    ['the worse of which may', [half(1, free), whole(2)], three(1, 1, 1), {}, 0.75, 1],
    ['any of which may', [any(1, free), half(2, free), whole(3, free)], three(1, 1, 1), {}, 0, 1],
    [
      'the middle of which stays',
      [any(1, free), half(2), whole(3, free)],
      three(2, 1, 3),
      { 'q-2': value(false) },
      0.5 / 3,
      5.5 / 6,
    ],
    [
      'two of which may fall away',
      [any(1), half(2, free), whole(3, free)],
      three(1, 1, 2),
      { 'q-1': value(false) },
      0,
      3 / 4,
    ],
    ['one of which never is there', [half(2)], lens({ 'ind-one': 1 }, { lens: 1, 'ind-two': 1 }), {}, 0.5, 1],
    [
      'one of which may lack all it is made of',
      [whole(1, free), any(2)],
      lens({ 'ind-one': 1 }, { lens: 1, 'ind-two': 1 }),
      { 'q-2': value(false) },
      0,
      0.5,
    ],
    [
      'one of which lacks a part at most',
      [whole(1, free), half(3), any(2)],
      lens({ 'ind-one': 1, 'ind-three': 1 }, { lens: 1, 'ind-two': 1 }),
      { 'q-2': value(false) },
      0.25,
      0.5,
    ],
  ])('%s', (_, questions, changes, claims, low, high) => {
    const { interval, isReached } = looked(questions, changes, claims);
    expect(interval).toMatchObject({ exact: true, reasons: [] });
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
    expect(isReached).toBe(true);
  });

  test('are none where none of its members ever has a score', () => {
    const nothing = lens({ 'ind-three': 1 }, { lens: 1 });
    expect(looked([any(1)], nothing).interval).toBeUndefined();
    expect(looked([any(1)], { indices: [mean('index', { 'ind-three': 1 })] }).interval).toBeUndefined();
  });

  const worthless = yesNo('q-2', 'ind-two', 0, 0);
  const share = (coverageToScore: number, members = { 'ind-one': 1, 'ind-two': 1 }) => ({
    indices: [mean('index', members, { coverageToScore })],
  });
  test('say so where too little of it may come to have a score', () => {
    const reasons = (questions: readonly Question[], changes: Partial<Questionnaire>, claims: Answers = {}) =>
      looked(questions, changes, claims).interval?.reasons;
    expect(reasons([any(1), worthless], share(0.5))).toEqual(['coverage']);
    expect(reasons([any(1), worthless], share(0))).toEqual([]);
    expect(reasons([any(1), half(2)], share(0.5))).toEqual([]);
    expect(reasons([any(1), half(2, free)], share(0.5))).toEqual([]);
    const above = (coverageToScore: number) => ({
      composites: [mean('lens', { 'ind-one': 1, 'ind-two': 1 })],
      indices: [mean('index', { lens: 1, 'ind-three': 1 }, { coverageToScore })],
    });
    expect(reasons([any(1), worthless, any(3)], above(0.5))).toEqual(['coverage']);
    expect(reasons([any(1), worthless, any(3)], above(0))).toEqual([]);
    // The composite itself may be short: it may then lack a score, and the index is without it.
    const short = {
      composites: [mean('lens', { 'ind-one': 1, 'ind-two': 1 }, { coverageToScore: 0.9 })],
      indices: [mean('index', { lens: 1, 'ind-three': 1 })],
    };
    expect(looked([whole(1), worthless, any(3)], short, { 'q-3': value(false) }).interval).toMatchObject({
      low: 0,
      high: 0.5,
      reasons: ['coverage'],
    });
  });
});
