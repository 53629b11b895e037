import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { completeness } from '../../answers/completeness.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { scoreAssessment } from '../score-assessment.js';
import { Dependents } from './dependents.js';
import { LiveAssessment } from './live-assessment.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };
const isYes = (question: string): Condition => ({ op: 'equals', question, value: true });
const yesNo = (id: string, more: object = {}): Question => given.yesNo({ id, code: id, ...more });
const NOTHING = { shown: [], hidden: [], rescored: [] };

/** An assessment that is being answered, and after each answer beside one that is answered at once. */
function answering(
  questions: readonly Question[],
  changes: Partial<Questionnaire> = {},
  claims: Answers = {},
) {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  const live = new LiveAssessment(compiled, claims);
  const answers: Record<string, Answer> = { ...claims };
  return {
    live,
    answer: (address: string, answer?: Answer) => {
      if (answer) answers[address] = answer;
      else Reflect.deleteProperty(answers, address);
      const change = live.answer(address, answer);
      expect([...live.allStates()]).toEqual([...questionStates(compiled, answersIn(answers))]);
      expect(live.completeness()).toEqual(completeness(compiled, answers));
      const { indicators, composites, indices } = scoreAssessment(compiled, answers, { basis: 'claimed' });
      for (const { id, score } of [...indicators, ...composites, ...indices])
        expect([id, live.scoreOf(id)]).toEqual([id, score]);
      return change;
    },
  };
}

describe('an answer that is changed', () => {
  const chain = [
    yesNo('q-a'),
    yesNo('q-b', { askedIf: isYes('q-a') }),
    yesNo('q-c', { askedIf: isYes('q-b') }),
  ];
  const all = ['ind-one', 'index-one'];

  test('tells what is asked because of it and what is no more, and no question that was asked before', () => {
    const { answer } = answering(chain);
    expect(answer('q-a', value(true))).toEqual({ shown: ['q-b'], hidden: [], rescored: all });
    expect(answer('q-b', value(true))).toEqual({ shown: ['q-c'], hidden: [], rescored: [] });
    expect(answer('q-a', value(false))).toEqual({ shown: [], hidden: ['q-b', 'q-c'], rescored: all });
    expect(answer('q-a')).toEqual({ ...NOTHING, rescored: all });
    expect(answer('q-a', value(true))).toEqual({ shown: ['q-b', 'q-c'], hidden: [], rescored: all });
  });

  test('changes nothing when it is the same again, or one to a question that there is not', () => {
    const { live, answer } = answering(chain, {}, { 'q-a': value(true), 'q-b': NOT_APPLICABLE });
    const told = live.allStates();
    expect(answer('q-a', value(true))).toEqual(NOTHING);
    expect(answer('q-none', value(true))).toEqual(NOTHING);
    expect(answer('constructor', value(true))).toEqual(NOTHING);
    expect([...live.allStates()]).toEqual([...told]);
    expect(live.scoreOf('ind-none')).toBeUndefined();
  });

  test('tells of another score also where both are none, for another reason', () => {
    const { live, answer } = answering([yesNo('q-a')]);
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'unanswered' });
    expect(answer('q-a', NOT_APPLICABLE).rescored).toEqual(all);
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'notApplicable' });
    expect(answer('q-a', value('yes')).rescored).toEqual(all);
    expect(answer('q-a', value(true)).rescored).toEqual(all);
  });

  test('leaves an indicator without a score that nothing is asked of any more', () => {
    const { live, answer } = answering(
      [yesNo('q-a', { indicator: undefined, points: undefined }), yesNo('q-b', { askedIf: isYes('q-a') })],
      {},
      { 'q-a': value(true), 'q-b': value(true) },
    );
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'scored', value: 1 });
    expect(answer('q-a', value(false))).toEqual({ shown: [], hidden: ['q-b'], rescored: all });
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'notAsked' });
  });

  test('gives a score once as many are answered as the indicator needs', () => {
    const rules = { unanswered: 'leaveOut', notApplicable: 'leaveOut' } as const;
    const { live, answer } = answering([yesNo('q-a'), yesNo('q-b')], {
      rules: { ...rules, coverageToScore: 1, coverageToPublish: 1 },
    });
    expect(answer('q-a', value(true)).rescored).toEqual([]);
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'unanswered' });
    expect(answer('q-b', value(false)).rescored).toEqual(all);
    expect(live.scoreOf('ind-one')).toEqual({ kind: 'scored', value: 0.5 });
  });

  test('that can give no points leaves the indicator as it was', () => {
    const worthless = yesNo('q-a', { points: { yes: 0, no: 0 } });
    expect(answering([worthless]).answer('q-a', value(true)).rescored).toEqual([]);
  });

  test('is counted in every mean of means, each told once, after what it is made of', () => {
    const mean = (id: string, ...members: readonly string[]) => ({
      ...{ id, code: id },
      members: members.map((of) => ({ of, weight: 1 })),
    });
    const { answer } = answering([yesNo('q-a'), yesNo('q-b', { indicator: 'ind-two' })], {
      indicators: ['ind-one', 'ind-two'].map((id) => ({ id, code: id })),
      composites: [
        mean('mean-one', 'ind-one', 'ind-two'),
        mean('mean-two', 'mean-one', 'ind-one'),
        mean('mean-three', 'mean-two', 'mean-one'),
      ],
      indices: [mean('index-one', 'mean-three', 'ind-one'), mean('index-two', 'ind-two')],
    });
    const above = ['mean-one', 'mean-two', 'mean-three', 'index-one'];
    expect(answer('q-a', value(true)).rescored).toEqual(['ind-one', ...above]);
    expect(answer('q-b', value(true)).rescored).toEqual(['ind-two', 'index-two']);
    expect(answer('q-b', value(false)).rescored).toEqual(['ind-two', ...above, 'index-two']);
  });

  test('adds up along lines to the last digit, in whatever order it was answered', () => {
    const along = (id: string, maximum: number): Question =>
      given.number({
        ...{ id, code: id, maximum, indicator: 'ind-one' },
        curve: [
          { at: 0, points: 0 },
          { at: maximum, points: 1 },
        ],
      });
    const questions = [along('q-c', 11), along('q-a', 3), along('q-b', 7)];
    for (const order of [
      ['q-a', 'q-b', 'q-c'],
      ['q-c', 'q-b', 'q-a'],
      ['q-b', 'q-c', 'q-a'],
    ]) {
      const { answer } = answering(questions);
      for (const id of order) answer(id, value(1));
      for (const id of order) answer(id, value(2));
    }
  });
});

describe('the list of a repeated set that is changed', () => {
  const set = given.set() as QuestionOf<'set'>;

  test('brings the questions of each that is listed, and takes them away with it; what was answered is kept', () => {
    const { live, answer } = answering([set, yesNo('q-a')]);
    expect(answer('q-set', value(['in-b', 'in-a']))).toEqual({
      shown: ['q-open@in-b', 'q-open@in-a'],
      hidden: [],
      rescored: [],
    });
    expect(answer('q-open@in-a', value(true)).shown).toEqual(['q-visits@in-a']);
    expect(answer('q-visits@in-a', value(7))).toEqual(NOTHING);
    expect(answer('q-set', value(['in-b'])).hidden).toEqual(['q-open@in-a', 'q-visits@in-a']);
    expect(live.isAsked('q-open@in-a')).toBe(false);
    expect(answer('q-set', value(['in-a', 'in-b'])).shown).toEqual(['q-open@in-a', 'q-visits@in-a']);
    expect(answer('q-set')).toMatchObject({ shown: [] });
    expect([...live.allStates().keys()]).toEqual(['q-set', 'q-a']);
  });

  test('changes nothing with an answer in an instance that is not listed', () => {
    const { answer } = answering([set], {}, { 'q-set': value(['in-a']) });
    expect(answer('q-open@in-b', value(true))).toEqual(NOTHING);
    expect(answer('q-set', value(['in-a', 'in-b'])).shown).toEqual(['q-open@in-b', 'q-visits@in-b']);
  });

  test('is told in its new order, also where nothing else is another', () => {
    const { live, answer } = answering([set], {}, { 'q-set': value(['in-a', 'in-b']) });
    const told = live.allStates();
    expect(answer('q-set', value(['in-b', 'in-a']))).toEqual(NOTHING);
    expect(live.allStates()).not.toBe(told);
    const asked = [...live.allStates().keys()].filter((address) => live.isAsked(address));
    expect(asked).toEqual(['q-set', 'q-open@in-b', 'q-open@in-a']);
  });

  test('hides what is in it together with itself', () => {
    const { answer } = answering(
      [yesNo('q-a'), { ...set, askedIf: isYes('q-a') }],
      {},
      { 'q-a': value(true), 'q-set': value(['in-a']) },
    );
    expect(answer('q-a', value(false)).hidden).toEqual(['q-set', 'q-open@in-a']);
    expect(answer('q-a', value(true)).shown).toEqual(['q-set', 'q-open@in-a']);
  });

  test('reaches what is calculated over all of it from any one of its instances', () => {
    const total = given.computed({
      formula: { op: 'sum', of: [{ op: 'answer', question: 'q-visits' }] },
    });
    const asked = yesNo('q-a', { askedIf: { op: 'answered', question: 'q-computed' } });
    const { live, answer } = answering(
      [set, total, asked],
      {},
      { 'q-set': value(['in-a', 'in-b']), 'q-open@in-b': value(true) },
    );
    const before = live.allStates().get('q-computed')?.standing;
    answer('q-visits@in-b', value(5));
    expect(live.allStates().get('q-computed')?.standing).not.toEqual(before);
  });
});

describe('what a change reaches', () => {
  const reached = (id: string, questions: readonly Question[]) =>
    new Dependents(compileQuestionnaire(given.questionnaire(questions)))
      .of(id)
      .map(({ compiled, isBeside }) => [compiled.question.id, isBeside]);

  test('comes after all that it depends on, by whichever way', () => {
    const questions = [
      yesNo('q-last', { askedIf: { op: 'all', of: [isYes('q-first'), isYes('q-middle')] } }),
      yesNo('q-middle', { askedIf: isYes('q-first') }),
      yesNo('q-first'),
    ];
    expect(reached('q-first', questions).map(([id]) => id)).toEqual(['q-first', 'q-middle', 'q-last']);
  });

  test('is nothing for a question that there is not', () => {
    expect(reached('q-none', [yesNo('q-a')])).toEqual([]);
  });

  describe('of an answer within a set', () => {
    const [open, visits] = (given.set() as QuestionOf<'set'>).questions as [
      QuestionOf<'yesNo'>,
      QuestionOf<'number'>,
    ];
    const answered = (question: string): Condition => ({ op: 'answered', question });
    const total = given.computed({ formula: { op: 'sum', of: [{ op: 'answer', question: 'q-visits' }] } });
    const more = (askedIf: Condition): typeof open => ({ ...open, id: 'q-more', code: 'Q.12.3', askedIf });

    test.each<readonly [string, Condition, boolean]>([
      ['is within the same instance', answered('q-visits'), true],
      ['is in all instances when the way leads over all of them', answered('q-computed'), false],
      [
        'is in all instances when one way does',
        { op: 'all', of: [answered('q-visits'), answered('q-computed')] },
        false,
      ],
      [
        'is in all instances when one way does, whichever comes first',
        { op: 'all', of: [answered('q-computed'), answered('q-visits')] },
        false,
      ],
    ])('%s', (_, askedIf, isBeside) => {
      const found = reached('q-visits', [given.set({ questions: [open, visits, more(askedIf)] }), total]);
      expect(found.filter(([id]) => id !== 'q-computed')).toEqual([
        ['q-visits', true],
        ['q-more', isBeside],
      ]);
    });

    test('is in all instances of another set', () => {
      const other = given.set({ id: 'q-other', code: 'Q.13', questions: [more(answered('q-computed'))] });
      const over = more({
        op: 'compare',
        left: { op: 'sum', of: [{ op: 'answer', question: 'q-visits' }], over: 'q-set' },
        relation: 'above',
        right: { op: 'number', value: 3 },
      });
      for (const each of [other, given.set({ id: 'q-other', code: 'Q.13', questions: [over] })])
        expect(reached('q-visits', [given.set(), total, each])).toContainEqual(['q-more', false]);
    });
  });
});
