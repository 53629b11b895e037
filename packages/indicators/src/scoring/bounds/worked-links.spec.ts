import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../answers/answer.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { componentsOf } from './components.js';
import { isYes, NOT_APPLICABLE, value, yesNo } from './reached.arbitrary.js';
import { answer, answered, compare, not, slotsOf } from './slots.arbitrary.js';

/** Component by component: its slots, what is watched in it, instances that may come, reasons, indicators. */
function linked(questions: readonly Question[], claims: Answers = {}, changes: Partial<Questionnaire> = {}) {
  return componentsOf(slotsOf(questions, claims, changes)).map((each) => ({
    slots: each.slots.map(({ address }) => address).join(' '),
    watched: [...each.watched].map(([address, leaves]) => `${address} ${String(leaves.length)}`).join(', '),
    presences: each.presences.map(({ set, toCome }) => `${set.address} ${String(toCome)}`).join(', '),
    reasons: each.reasons.join(' '),
    indicators: each.indicators.join(' '),
  }));
}

describe('what conditions link', () => {
  const one = (slots: string, more: object = {}) => ({
    ...{ slots, watched: '', presences: '', reasons: '', indicators: 'ind-one' },
    ...more,
  });

  test('is each for itself where none looks at another', () => {
    expect(linked([yesNo('q-a'), yesNo('q-b')])).toEqual([one('q-a'), one('q-b')]);
  });

  test('is nothing where nothing is scored', () => {
    expect(linked([given.text(), given.date({ askedIf: answered('q-text') })])).toEqual([]);
  });

  test('stays together as long as it is not decided', () => {
    const questions = [
      yesNo('q-a', { indicator: undefined, points: undefined }),
      yesNo('q-b', { askedIf: isYes('q-a') }),
      yesNo('q-c', { askedIf: isYes('q-b'), indicator: 'ind-two' }),
      yesNo('q-d'),
    ];
    expect(linked(questions)).toEqual([
      one('q-a q-b q-c', { watched: 'q-a 1, q-b 1', indicators: 'ind-one ind-two' }),
      one('q-d'),
    ]);
    expect(linked(questions, { 'q-a': value(true) })).toEqual([
      one('q-b q-c', { watched: 'q-b 1', indicators: 'ind-one ind-two' }),
      one('q-d'),
    ]);
    expect(linked(questions, { 'q-a': value(false) })).toEqual([one('q-d')]);
  });

  test('counts each look once, and leaves out what is decided already', () => {
    const yes = isYes('q-a');
    const questions = [
      yesNo('q-a'),
      yesNo('q-b', { askedIf: yes }),
      yesNo('q-c', { askedIf: { op: 'any', of: [yes, isYes('q-e')] } }),
      yesNo('q-d', { askedIf: { op: 'any', of: [not(isYes('q-a')), isYes('q-e')] } }),
      yesNo('q-e'),
    ];
    expect(linked(questions, { 'q-e': value(false) })).toEqual(
      [one('q-e'), one('q-a q-b q-c q-d', { watched: 'q-a 2' })].sort((x, y) => (x.slots < y.slots ? -1 : 1)),
    );
  });

  const ratio = (more: object = {}) =>
    given.computed({ indicator: 'ind-one', bands: [{ from: 0, points: 1 }], ...more });
  test('says what is taken to come out as anything', () => {
    const figures = [given.number(), given.share()];
    expect(linked([...figures, ratio()])).toEqual([one('q-computed', { reasons: 'computed' })]);
    expect(linked([...figures, ratio()], { 'q-number': value(1), 'q-share': value(2) })).toEqual([
      one('q-computed'),
    ]);
    const above = compare(answer('q-number'), 'above', answer('q-share'));
    expect(linked([...figures, yesNo('q-a', { askedIf: above })])).toEqual([
      one('q-a', { reasons: 'formula' }),
    ]);
    const seen = [...figures, given.computed(), yesNo('q-a', { askedIf: answered('q-computed') })];
    expect(linked(seen)).toEqual([one('q-computed q-a', { reasons: 'computed', watched: 'q-computed 1' })]);
    // What neither has points nor is looked at makes no difference.
    const idle = [...figures, yesNo('q-a'), given.computed({ askedIf: isYes('q-a') })];
    expect(linked(idle)).toEqual([one('q-a q-computed', { watched: 'q-a 1' })]);
  });

  test('says what a validation may rule out, of what is not settled', () => {
    const validations = (severity: 'error' | 'warning') => ({
      validations: [{ id: 'val-1', code: 'V', holds: isYes('q-a'), severity, marks: ['q-a'] }],
    });
    const questions = [yesNo('q-a'), yesNo('q-b')];
    expect(linked(questions, {}, validations('error'))).toEqual([
      one('q-a', { reasons: 'validation' }),
      one('q-b'),
    ]);
    expect(linked(questions, {}, validations('warning'))).toEqual([one('q-a'), one('q-b')]);
    for (const settled of [value(true), value(false)])
      expect(linked(questions, { 'q-a': settled }, validations('error'))).toEqual([one('q-a'), one('q-b')]);
    const free = [given.yesNo({ id: 'q-a', code: 'A' }), yesNo('q-b')];
    expect(linked(free, { 'q-a': NOT_APPLICABLE }, validations('error'))).toEqual([one('q-a'), one('q-b')]);
    const maybe = [yesNo('q-b'), yesNo('q-a', { askedIf: isYes('q-b') })];
    expect(linked(maybe, { 'q-a': value(true) }, validations('error'))).toMatchObject([
      { reasons: 'validation' },
    ]);
  });

  test('is instance by instance in a list still to be made, those beyond the fewest being there or not', () => {
    expect(linked([given.set()])).toEqual([
      one('q-open@#0 q-visits@#0', { watched: 'q-open@#0 1' }),
      one('q-open@#1 q-visits@#1', { watched: 'q-open@#1 1', presences: 'q-set 1' }),
      one('q-open@#2 q-visits@#2', { watched: 'q-open@#2 1', presences: 'q-set 2' }),
    ]);
  });

  test('is the whole list where the list itself may not be there', () => {
    const whole = {
      watched: 'q-set 0, q-open@#0 1, q-open@#1 1',
      presences: 'q-set 0, q-set 1',
    };
    expect(linked([given.set({ mayNotApply: true, maximum: 2 })])).toEqual([
      one('q-set q-open@#0 q-open@#1 q-visits@#0 q-visits@#1', whole),
    ]);
    expect(linked([yesNo('q-a'), given.set({ askedIf: isYes('q-a'), maximum: 2 })])).toEqual([
      one('q-a q-set q-open@#0 q-open@#1 q-visits@#0 q-visits@#1', {
        ...whole,
        watched: `q-a 1, ${whole.watched}`,
      }),
    ]);
    const made = { 'q-set': value(['x']), 'q-open@x': value(true) };
    expect(linked([yesNo('q-a'), given.set({ askedIf: isYes('q-a') })], made)).toEqual([
      one('q-a q-set q-open@x q-visits@x', { watched: 'q-a 1, q-set 0, q-open@x 1' }),
    ]);
  });
});
