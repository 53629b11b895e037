import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../answers/answer.js';
import { addressOf } from '../answers/place.js';
import { answersIn, questionStates } from '../answers/standing.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import { openBehind } from './open-behind.js';

const INSTANCE = '01890000-0000-7000-8000-000000000001';

const compiled = compileQuestionnaire(
  given.questionnaire(
    [
      given.yesNo({ askedIf: { op: 'atLeast', question: 'q-computed', value: 1 } }),
      given.number(),
      given.share(),
      given.computed(),
      given.text(),
      given.single({ indicator: 'ind-two' }),
      given.multiple({ weight: 0 }),
      given.set(),
    ],
    {
      indicators: [
        { id: 'ind-one', code: 'IA' },
        { id: 'ind-two', code: 'IB' },
      ],
      composites: [{ id: 'composite', code: 'COMP', members: [{ of: 'ind-one', weight: 1 }] }],
      indices: [
        {
          id: 'index-one',
          code: 'INDEX',
          members: [
            { of: 'composite', weight: 1 },
            { of: 'ind-two', weight: 0 },
          ],
        },
      ],
    },
  ),
);

function open(answers: Answers, of = 'index-one'): readonly string[] {
  return openBehind(compiled, questionStates(compiled, answersIn(answers)), of);
}

describe('the answers that a score still waits for', () => {
  it('are those scored in it, and what decides whether they are asked, no others', () => {
    expect(open({})).toEqual(['q-number', 'q-share', 'q-set']);
    expect(open({}, 'ind-two')).toEqual(['q-single']);
  });

  it('become those that are asked by then, a faulty one among them', () => {
    const answers = {
      'q-number': { kind: 'value', value: 10 },
      'q-share': { kind: 'value', value: 5 },
      'q-yes-no': { kind: 'value', value: 'perhaps' },
      'q-set': { kind: 'value', value: [INSTANCE] },
    } as const satisfies Answers;
    expect(open({ ...answers, 'q-set': { kind: 'value', value: [INSTANCE] } })).toEqual([
      'q-yes-no',
      addressOf('q-open', INSTANCE),
    ]);
  });

  it('are none once nothing can move it', () => {
    const answers: Answers = {
      'q-number': { kind: 'value', value: 1 },
      'q-share': { kind: 'value', value: 5 },
      'q-set': { kind: 'value', value: [INSTANCE] },
      [addressOf('q-open', INSTANCE)]: { kind: 'value', value: true },
    };
    expect(open(answers)).toEqual([]);
  });
});
