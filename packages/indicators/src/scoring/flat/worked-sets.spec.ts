import { describe, test } from '@jest/globals';
import type { Answers } from '../../answers/answer.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { QuestionOf } from '../../definition/question.js';
import {
  answer,
  compare,
  expectAsked,
  expectAsScored,
  NOT_APPLICABLE,
  value,
} from './as-scored.arbitrary.js';
import { bands } from './kinds.arbitrary.js';

describe('repeated sets in tables', () => {
  const [open, visits] = (given.set() as QuestionOf<'set'>).questions as [
    QuestionOf<'yesNo'>,
    QuestionOf<'number'>,
  ];
  const over = (op: 'sum' | 'count' | 'max', of: Formula): Formula => ({ op, of: [of], over: 'q-set' });
  const perVisit: QuestionOf<'computed'> = {
    ...(given.computed({ id: 'q-each', code: 'Q.12.3' }) as QuestionOf<'computed'>),
    formula: { op: 'multiply', of: [answer('q-visits'), { op: 'number', value: 2 }] },
    indicator: 'ind-one',
    bands: [
      { from: 0, points: 1 },
      { from: 8, points: 5 },
    ],
  };
  const more: QuestionOf<'yesNo'> = {
    ...open,
    ...{ id: 'q-more', code: 'Q.12.4', weight: 3 },
    askedIf: { op: 'atLeast', question: 'q-each', value: 8 },
  };
  const set = (changes: Partial<QuestionOf<'set'>> = {}) =>
    given.set({ questions: [open, visits, perVisit, more], mayNotApply: true, ...changes });
  const total = given.computed({ formula: over('sum', answer('q-visits')) });
  const inside = (instance: string, isOpen: boolean, come?: number): Answers => ({
    [`q-open@${instance}`]: value(isOpen),
    ...(come !== undefined && { [`q-visits@${instance}`]: value(come) }),
    [`q-more@${instance}`]: value(true),
  });
  const everywhere = { ...inside('in-a', true, 3), ...inside('in-b', true, 4), ...inside('in-c', false, 9) };
  const lists: readonly Answers[] = [
    {},
    { 'q-set': NOT_APPLICABLE },
    ...[
      ['in-a'],
      ['in-b', 'in-a'],
      ['in-c', 'in-a', 'in-b'],
      ['in-d', 'in-a'],
      [],
      ['in-a', 'in-a'],
      ['in-a', 'in-b', 'in-c', 'in-d'],
      'in-a',
    ].map((each) => ({ 'q-set': value(each) })),
  ].flatMap((each) => [each, { ...everywhere, ...each }, { ...each, ...inside('in-a', true) }]);

  test('score what is asked within each that is listed', () => {
    expectAsScored([set()], lists);
    const some = lists.filter((_, at) => at % 3 === 1);
    expectAsScored([set({ minimum: 0 }), given.yesNo()], some);
    expectAsScored([set({ minimum: 2 })], some, {
      rules: {
        unanswered: 'countAsZero',
        notApplicable: 'countAsZero',
        coverageToScore: 0,
        coverageToPublish: 0,
      },
    });
  });

  test('are looked into from outside by formulas alone, and count what is listed', () => {
    // A figure stands before those of the set.
    const first = given.share();
    expectAsked([first, set(), total], lists, [
      { op: 'answered', question: 'q-set' },
      compare(answer('q-set'), 'equal', 2),
      { op: 'atLeast', question: 'q-computed', value: 4 },
      { op: 'answered', question: 'q-computed' },
      compare(over('sum', answer('q-open')), 'atLeast', 1),
      compare(over('count', answer('q-visits')), 'equal', 2),
      compare(over('max', answer('q-each')), 'atLeast', 8),
      compare(over('count', { op: 'number', value: 1 }), 'above', 0),
    ]);
  });

  test('are neither asked nor counted where the set itself is not asked', () => {
    const gated = set({ askedIf: { op: 'equals', question: 'q-yes-no', value: true } });
    const all = lists.flatMap((each) => [
      { ...each, 'q-yes-no': value(true) },
      { ...each, 'q-yes-no': value(false) },
    ]);
    expectAsked([given.yesNo(), gated, total], all, [
      compare(answer('q-set'), 'atLeast', 1),
      { op: 'answered', question: 'q-computed' },
      compare(over('count', { op: 'number', value: 1 }), 'equal', 0),
    ]);
  });

  test('wait for a value that is calculated from what is open within them', () => {
    const scored = given.computed({ formula: over('sum', answer('q-visits')), indicator: 'ind-one', bands });
    const rules = { unanswered: 'countAsZero', notApplicable: 'leaveOut' } as const;
    expectAsScored([set(), scored], lists, { rules: { ...rules, coverageToScore: 0, coverageToPublish: 0 } });
  });

  test('ask within each by what is answered outside', () => {
    const within = set({
      questions: [{ ...open, askedIf: { op: 'equals', question: 'q-yes-no', value: true } }, visits],
    });
    const all = lists.flatMap((each) => [true, false].map((yes) => ({ ...each, 'q-yes-no': value(yes) })));
    expectAsScored([given.yesNo(), within], all);
  });

  test('wait in each for what is open there, not for what is open in another', () => {
    const optional: QuestionOf<'number'> = { ...visits, mayNotApply: true };
    const rules = { unanswered: 'countAsZero', notApplicable: 'leaveOut' } as const;
    const all = [
      { 'q-visits@in-a': NOT_APPLICABLE },
      { 'q-visits@in-b': NOT_APPLICABLE },
      { 'q-visits@in-a': NOT_APPLICABLE, 'q-visits@in-b': value(9) },
    ].map((each): Answers => ({
      ...{ 'q-set': value(['in-a', 'in-b']), 'q-open@in-a': value(true), 'q-open@in-b': value(true) },
      ...(each as Answers),
    }));
    expectAsScored([set({ questions: [open, optional, perVisit] })], all, {
      rules: { ...rules, coverageToScore: 0, coverageToPublish: 0 },
    });
  });

  test('are not looked into from outside by conditions', () => {
    const inner: Condition = { op: 'equals', question: 'q-open', value: true };
    expectAsked([set()], lists, [inner, { op: 'not', of: inner }, compare(answer('q-visits'), 'above', 0)]);
  });

  test('add up doubles of all that they list, in order', () => {
    const rising: QuestionOf<'number'> = {
      ...visits,
      ...{ indicator: 'ind-one', weight: 0.1, mayNotApply: true },
      curve: [
        { at: 0, points: 0 },
        { at: 7, points: 1 },
      ],
    };
    const instances = Array.from({ length: 12 }, (_, at) => `in-${String(at).padStart(2, '0')}`);
    const all = [2, 5, 12].flatMap((count) =>
      [1, 2, 3].map((step): Answers => {
        const listed = instances.slice(0, count);
        return {
          'q-set': value(listed),
          'q-open': value(true),
          ...Object.fromEntries(
            listed.flatMap((each, at) => [
              [`q-open@${each}`, value(true)],
              [`q-visits@${each}`, value((at * step) % 8)],
            ]),
          ),
        };
      }),
    );
    const outside = given.number({ ...rising, id: 'q-w', code: 'Q.W' });
    const first = given.number({ ...rising, id: 'q-a', code: 'Q.A' });
    expectAsScored(
      [outside, set({ questions: [open, rising], maximum: 12 }), first].map((each) =>
        each.kind === 'number' ? { ...each, askedIf: undefined } : each,
      ),
      all.map((each) => ({ ...each, 'q-w': value(3), 'q-a': value(1) })),
    );
  });
});
