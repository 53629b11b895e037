import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { addressOf, placeOf } from './place.js';
import type { Answer, AnswerValue } from './answer.js';
import { isAskedAt, questionAskedAt } from './asked-at.js';
import { completeness } from './completeness.js';
import { visibleQuestions } from './visible-questions.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const list = (...instances: string[]) => ({ 'q-set': value(instances) });
const compiled = compileQuestionnaire(given.questionnaire([given.yesNo(), given.set()]));
const shown = (answers: Parameters<typeof visibleQuestions>[1], of = compiled) => [
  ...visibleQuestions(of, answers),
];

describe('an address', () => {
  test('is the question, or the question and the instance', () => {
    expect(addressOf('q-open', 'in-a')).toBe('q-open@in-a');
    expect(addressOf('q-open')).toBe('q-open');
    expect(placeOf('q-open@in-a')).toEqual({ question: 'q-open', instance: 'in-a' });
    expect(placeOf('q-open')).toEqual({ question: 'q-open', instance: '' });
  });

  test('is asked at with an instance within a set, without one outside', () => {
    expect(questionAskedAt(compiled, 'q-open@in-a')?.question.id).toBe('q-open');
    expect(questionAskedAt(compiled, 'q-open')).toBeUndefined();
    expect(questionAskedAt(compiled, 'q-yes-no@in-a')).toBeUndefined();
    expect(questionAskedAt(compiled, 'gone')).toBeUndefined();
    expect(['q-open@in-a', 'q-open', 'gone'].map((at) => isAskedAt(compiled, at))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of what is calculated is one at which nobody is asked', () => {
    const calculated = compileQuestionnaire(
      given.questionnaire([given.number(), given.share(), given.computed()]),
    );
    expect(questionAskedAt(calculated, 'q-number')?.question.id).toBe('q-number');
    expect(questionAskedAt(calculated, 'q-computed')).toBeUndefined();
  });
});

describe('a repeated set', () => {
  test('asks its questions once for each instance it lists, in its order', () => {
    expect(shown({})).toEqual(['q-yes-no', 'q-set']);
    expect(shown(list('in-b', 'in-a'))).toEqual(['q-yes-no', 'q-set', 'q-open@in-b', 'q-open@in-a']);
  });

  test('decides within each instance by that instance', () => {
    const answers = { ...list('in-a', 'in-b'), 'q-open@in-a': value(true), 'q-open@in-b': value(false) };
    expect(shown(answers)).toContain('q-visits@in-a');
    expect(shown(answers)).not.toContain('q-visits@in-b');
  });

  test('asks also of too few instances, and of the first where there are too many', () => {
    const strict = compileQuestionnaire(given.questionnaire([given.yesNo(), given.set({ minimum: 2 })]));
    expect(shown(list('in-a'), strict)).toContain('q-open@in-a');
    expect(shown(list('in-a', 'in-b', 'in-c', 'in-d'))).not.toContain('q-open@in-d');
    expect(shown(list('in-a', 'in-a')).filter((address) => address === 'q-open@in-a')).toHaveLength(1);
  });

  test('is hidden with all that is in it', () => {
    const askedIf = { op: 'equals', question: 'q-yes-no', value: true } as const;
    const hidden = compileQuestionnaire(given.questionnaire([given.yesNo(), given.set({ askedIf })]));
    expect(shown(list('in-a'), hidden)).toEqual(['q-yes-no']);
  });

  test('keeps answers of instances that it does not list, which do not count', () => {
    const answers = { ...list('in-a'), 'q-open@in-a': value(true), 'q-open@in-b': value(false) };
    const scorecard = scoreAssessment(compiled, answers, { basis: 'claimed' });
    expect(scorecard.indicators[0]).toMatchObject({ numerator: 2e6, denominator: 2e6 });
    expect(scorecard.ignored).toEqual([]);
    const listed = { ...answers, ...list('in-a', 'in-b') };
    expect(scoreAssessment(compiled, listed, { basis: 'claimed' }).indicators[0]).toMatchObject({
      numerator: 2e6,
      denominator: 4e6,
    });
  });

  test('counts in progress with each of its questions in each instance', () => {
    const answers = { ...list('in-a', 'in-b'), 'q-open@in-a': value(false) };
    expect(completeness(compiled, answers).total).toMatchObject({ asked: 4, answered: 2, open: 2 });
    expect(completeness(compiled, answers).indicators[0]).toMatchObject({ asked: 3, answered: 1 });
  });

  test('takes findings instance by instance', () => {
    const claims = { ...list('in-a', 'in-b'), 'q-open@in-a': value(true), 'q-open@in-b': value(true) };
    const finding = {
      id: 'f-1',
      question: 'q-open',
      instance: 'in-b',
      reader: 'first',
      sequence: 1,
    } as const;
    const { questions, indicators } = scoreAssessment(compiled, claims, {
      basis: 'found',
      findings: [{ ...finding, answer: value(false) }],
    });
    expect(indicators[0]).toMatchObject({ numerator: 2e6, denominator: 4e6 });
    expect(questions.find(({ address }) => address === 'q-open@in-b')).toMatchObject({
      id: 'q-open',
      instance: 'in-b',
      column: 'finding',
      findingId: 'f-1',
    });
  });
});
