import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../answers/answer.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question } from '../../definition/question.js';
import type { Rules } from '../../definition/questionnaire.js';
import { choicesOf, outcomeOf } from './choices.js';
import { isYes, NOT_APPLICABLE, value, yesNo } from './reached.arbitrary.js';
import { answered, not, slotsOf } from './slots.arbitrary.js';

describe('what may stand in a slot', () => {
  const choices = (question: Question, leaves: readonly Leaf[], claims: Answers = {}) => {
    const slot = slotsOf([given.number(), given.share(), question], claims).at(question.id);
    return (
      slot &&
      choicesOf(slot, leaves)?.map(({ isAnswered, holds, least, most }) => [
        isAnswered ? leaves.map((leaf) => (holds.has(leaf) ? '+' : '-')).join('') : 'none',
        least / 1000,
        most / 1000,
      ])
    );
  };
  const looks = [isYes('q-a'), answered('q-a'), not(isYes('q-a'))].filter(
    (each): each is Leaf => each.op !== 'not',
  );

  test('is what is answered, as the leaves see it', () => {
    expect(choices(yesNo('q-a'), looks, { 'q-a': value(true) })).toEqual([['++', 2, 2]]);
    expect(choices(yesNo('q-a'), looks, { 'q-a': value(false) })).toEqual([['-+', 0, 0]]);
    expect(choices(given.text(), [answered('q-text')], { 'q-text': value('a') })).toEqual([['+', 0, 0]]);
    expect(choices(yesNo('q-a', { mayNotApply: true }), looks, { 'q-a': NOT_APPLICABLE })).toEqual([
      ['none', 0, 0],
    ]);
  });

  test('is any answer, or none where there may be none', () => {
    expect(choices(yesNo('q-a'), looks)).toEqual([
      ['++', 2, 2],
      ['-+', 0, 0],
    ]);
    expect(choices(yesNo('q-a', { mayNotApply: true }), looks)).toEqual([
      ['++', 2, 2],
      ['-+', 0, 0],
      ['none', 0, 0],
    ]);
    expect(choices(given.computed({ bands: [{ from: 0, points: 1 }] }), [])).toEqual([
      ['', 1, 1],
      ['none', 0, 0],
    ]);
    const impossible = given.multiple({
      mayNotApply: false,
      minimum: 9,
      options: [{ id: 'opt-0', code: '0' }],
    });
    expect(choices(impossible, [])).toEqual([['none', 0, 0]]);
    expect(choices(given.number({ id: 'q-n', code: 'N', maximum: 1e15, decimals: 1 }), [])).toBeUndefined();
  });

  test('counts with its weight, and where it does not apply as the rules say', () => {
    const scoring = slotsOf([yesNo('q-a', { weight: 0.5 })]).at('q-a')?.compiled.scoring;
    if (!scoring) throw new Error('it is scored');
    const rules: Rules = {
      unanswered: 'leaveOut',
      notApplicable: 'leaveOut',
      coverageToScore: 0,
      coverageToPublish: 0,
    };
    const choice = { isAnswered: true, holds: new Set<Leaf>(), least: 1000, most: 2000 };
    expect(outcomeOf(choice, scoring, rules)).toMatchObject({
      outcome: { least: 500_000, most: 1_000_000, size: 1_000_000, applies: true },
    });
    const none = { ...choice, isAnswered: false, least: 0, most: 0 };
    expect(outcomeOf(none, scoring, rules)).toMatchObject({ outcome: { size: 0, applies: false } });
    expect(outcomeOf(none, scoring, { ...rules, notApplicable: 'countAsZero' })).toMatchObject({
      outcome: { least: 0, most: 0, size: 1_000_000, applies: false },
    });
  });
});
