import { describe, expect, test } from '@jest/globals';
import { given } from '../../definition/given.arbitrary.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import type { Rules } from '../../definition/questionnaire.js';
import { componentsOf } from './components.js';
import { enumerate, relax, type Around } from './enumerate.js';
import { extremeRatio } from './extreme-ratio.js';
import type { Outcomes } from './outcomes.js';
import { isYes, yesNo } from './reached.arbitrary.js';
import { answered, slotsOf } from './slots.arbitrary.js';
import type { Slots } from './slots.js';

describe('going through all states of what is linked', () => {
  const RULES: Rules = {
    unanswered: 'leaveOut',
    notApplicable: 'leaveOut',
    coverageToScore: 0,
    coverageToPublish: 0,
  };
  const questions = [
    yesNo('q-a', { points: { yes: 1, no: 0 } }),
    yesNo('q-b', { askedIf: isYes('q-a'), points: { yes: 2, no: 1 } }),
  ];
  const ratios = (outcomes: Outcomes | undefined) =>
    outcomes &&
    (['least', 'most'] as const).map((bound) => {
      const sums = extremeRatio(outcomes, bound);
      return sums && sums.points / sums.size;
    });
  const around = (slots: Slots, left: number, more: Partial<Around> = {}): Around => ({
    ...{ slots, rulesOf: () => RULES, budget: { left } },
    ...more,
  });
  const first = (slots: Slots) => {
    const [component] = componentsOf(slots);
    if (!component) throw new Error('there is one');
    return component;
  };

  test('costs each state and its slots, and is given up when that is spent', () => {
    const slots = slotsOf(questions);
    const budget = { left: 6 };
    // Two states of two slots: yes with 2 to 3 of 3, no with 0 of 1.
    const found = enumerate(first(slots), around(slots, 0, { budget }));
    expect(budget.left).toBe(0);
    expect(ratios(found?.byIndicator.get('ind-one'))).toEqual([0, 1]);
    expect(found).not.toHaveProperty('together');
    expect(enumerate(first(slots), around(slots, 5))).toBeUndefined();
  });

  test('can hold one slot to some of its answers', () => {
    const slots = slotsOf(questions);
    const held = (at: number, address = 'q-a') =>
      enumerate(
        first(slots),
        around(slots, 100, { held: { address, hold: (choices) => choices.slice(at, at + 1) } }),
      )?.byIndicator.get('ind-one');
    expect(ratios(held(0))).toEqual([2 / 3, 1]);
    expect(ratios(held(1))).toEqual([0, 0]);
    expect(ratios(held(0, 'q-b'))).toEqual([0, 1]);
  });

  test('tells each state once when it is about several indicators', () => {
    const two = slotsOf([
      yesNo('q-a', { points: { yes: 1, no: 0 } }),
      yesNo('q-b', { askedIf: isYes('q-a'), indicator: 'ind-two' }),
      yesNo('q-c', { askedIf: isYes('q-a'), indicator: undefined, points: undefined }),
    ]);
    const found = enumerate(first(two), around(two, 100));
    expect(
      found?.together?.map((state) => [ratios(state.get('ind-one')), ratios(state.get('ind-two'))]),
    ).toEqual([
      [
        [1, 1],
        [0, 1],
      ],
      [
        [0, 0],
        [undefined, undefined],
      ],
    ]);
  });

  /** Of what is worth 1 of 1 in any case: how many of them there may be. */
  const numbersOf = (listed: readonly Question[]) => {
    const slots = slotsOf(listed);
    return componentsOf(slots).map((component) => {
      const outcomes = enumerate(component, around(slots, 1000))?.byIndicator.get('ind-one');
      const each = outcomes?.kind === 'oneOf' ? outcomes.of : [outcomes];
      return each
        .map((one) => (one?.kind === 'outcome' ? one.outcome.size / 1e6 : NaN))
        .sort()
        .join(' ');
    });
  };
  const certain = (more: object = {}): Question => yesNo('q-in', { points: { yes: 1, no: 1 }, ...more });
  const list = (minimum: number, maximum: number, more: object = {}): Question => {
    const { mayNotApply: _, ...within } = certain(more);
    return given.set({ minimum, maximum, questions: [within as QuestionOf<'yesNo'>] });
  };
  const freely = (set: Question): Question => ({ ...set, mayNotApply: true }) as Question;

  test('lists from the fewest to the most instances', () => {
    expect(numbersOf([list(1, 3)])).toEqual(['1', '0 1', '0 1']);
    expect(numbersOf([list(2, 2)])).toEqual(['1', '1']);
    expect(numbersOf([freely(list(1, 3))])).toEqual(['0 1 2 3']);
    expect(numbersOf([freely(list(2, 3))])).toEqual(['0 2 3']);
    expect(numbersOf([freely(list(3, 3))])).toEqual(['0 3']);
    expect(numbersOf([freely(list(0, 2))])).toEqual(['0 1 2']);
  });

  test('lists none where the list is not asked for, and some where it is', () => {
    const plain = { indicator: undefined, points: undefined };
    const asked = (set: Question) => [yesNo('q-a', plain), { ...set, askedIf: isYes('q-a') } as Question];
    expect(numbersOf(asked(list(2, 3)))).toEqual(['0 2 3']);
    expect(numbersOf([yesNo('q-a', plain), list(2, 3, { askedIf: isYes('q-a') })])).toEqual(['0 2 3']);
    expect(numbersOf(asked(freely(list(1, 2))))).toEqual(['0 1 2']);
    // Two lists, the second asked for once the first is there: 3 are 2 and 1, or 3 and none.
    const second = {
      ...freely(list(1, 1, { id: 'q-other', code: 'O' })),
      id: 'q-more',
      code: 'M',
      askedIf: answered('q-set'),
    } as Question;
    expect(numbersOf([freely(list(2, 3)), second])).toEqual(['0 2 3 3 4']);
  });

  test('is given up where answers can not be told apart, and then holds more than all states', () => {
    const slots = slotsOf([
      given.number({
        maximum: 1e15,
        decimals: 1,
        indicator: 'ind-one',
        mayNotApply: false,
        bands: [
          { from: 0, points: 1 },
          { from: 5, points: 4 },
        ],
      }),
      yesNo('q-b', { askedIf: { op: 'atLeast', question: 'q-number', value: 5 }, points: { yes: 2, no: 1 } }),
    ]);
    expect(enumerate(first(slots), around(slots, 100))).toBeUndefined();
    const relaxed = relax(first(slots), around(slots, 100));
    expect(relaxed).not.toHaveProperty('together');
    // 1 of 4 for the number, or with a no 2 of 6; 4 of 4. Or with nothing for the number: 1 of 2, 2 of 2.
    expect(ratios(relaxed.byIndicator.get('ind-one'))).toEqual([0.25, 1]);
  });

  test('relaxed is as if each were free: asked or not, with any answer', () => {
    const slots = slotsOf(questions);
    const relaxed = (more: Partial<Around> = {}) =>
      ratios(relax(first(slots), around(slots, 100, more)).byIndicator.get('ind-one'));
    expect(relaxed()).toEqual([0, 1]);
    // With yes held: 1 of 1, or 2 to 3 of 3. With no held: 0 of 1, or 1 to 2 of 3.
    const hold = (at: number): Partial<Around> => ({
      held: { address: 'q-a', hold: (choices) => choices.map((each) => ({ ...each, least: at, most: at })) },
    });
    expect(relaxed(hold(1000))).toEqual([2 / 3, 1]);
    expect(relaxed(hold(0))).toEqual([0, 2 / 3]);
  });
});
