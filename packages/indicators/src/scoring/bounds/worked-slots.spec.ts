import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../answers/answer.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question } from '../../definition/question.js';
import { isYes, NOT_APPLICABLE, value, yesNo } from './reached.arbitrary.js';
import { answer, answered, compare, not, number, slotsOf } from './slots.arbitrary.js';

describe('what may be asked', () => {
  const told = (questions: readonly Question[], claims: Answers = {}) =>
    Object.fromEntries(
      [...slotsOf(questions, claims).all].map(({ address, certainty, content }) => [
        address,
        `${certainty} ${content.kind}${content.kind === 'answered' ? ` ${JSON.stringify(content.value)}` : ''}`,
      ]),
    );
  /** How certain it is that q-b is asked. */
  const certaintyOfB = (askedIf: Condition, others: readonly Question[], claims: Answers = {}) =>
    told([...others, yesNo('q-b', { askedIf })], claims)['q-b']?.split(' ')[0];

  test('is told with what stands there', () => {
    const questions = [yesNo('q-a'), given.single(), given.number(), given.text()];
    const claims = { 'q-a': value(true), 'q-single': NOT_APPLICABLE, 'q-number': value(-1) };
    expect(told(questions, claims)).toEqual({
      'q-a': 'surely answered true',
      'q-single': 'surely notApplicable',
      'q-number': 'surely open',
      'q-text': 'surely open',
    });
  });

  const a = yesNo('q-a');
  const free = yesNo('q-a', { mayNotApply: true });
  const single = given.single({ mayNotApply: false });
  const all: Leaf = { op: 'oneOf', question: 'q-single', options: ['opt-low', 'opt-high'] };
  const figures = [given.number({ mayNotApply: false }), given.share({ mayNotApply: false })];
  const ten = { 'q-number': value(10) };
  const five = { ...ten, 'q-share': value(5) };
  const hidden = [yesNo('q-0'), yesNo('q-a', { askedIf: isYes('q-0') })];
  test.each<readonly [string, string, Condition, readonly Question[], Answers]>([
    ['maybe', 'while it is open', isYes('q-a'), [a], {}],
    ['surely', 'once it is so', isYes('q-a'), [a], { 'q-a': value(true) }],
    ['surelyNot', 'once it is not', isYes('q-a'), [a], { 'q-a': value(false) }],
    ['surelyNot', 'once it does not apply', isYes('q-a'), [free], { 'q-a': NOT_APPLICABLE }],
    ['surely', 'once it does not apply', not(isYes('q-a')), [free], { 'q-a': NOT_APPLICABLE }],
    [
      'maybe',
      'where the answer that is there may come to be asked',
      isYes('q-a'),
      hidden,
      { 'q-a': value(true) },
    ],
    ['surelyNot', 'where another answer may', isYes('q-a'), hidden, { 'q-a': value(false) }],
    ['maybe', 'where it is not asked for sure yet', isYes('q-a'), hidden, {}],
    [
      'surelyNot',
      'where nobody is asked any more',
      isYes('q-a'),
      hidden,
      { 'q-0': value(false), 'q-a': value(true) },
    ],
    ['surelyNot', 'where an open one is not asked any more', isYes('q-a'), hidden, { 'q-0': value(false) }],
    ['surely', 'where nobody is asked any more', not(answered('q-a')), hidden, { 'q-0': value(false) }],
    ['surelyNot', 'where nobody ever is', answered('q-gone'), [a], {}],
    ['surely', 'where every answer makes it true', all, [single], {}],
    ['maybe', 'where every answer does, but there may be none', all, [given.single()], {}],
    ['surelyNot', 'where no answer does', { ...all, options: ['opt-gone'] }, [single], {}],
    ['surely', 'where there will be an answer', answered('q-single'), [single], {}],
    [
      'maybe',
      'where answers can not be told apart',
      answered('q-number'),
      [given.number({ maximum: 1e15, decimals: 1, mayNotApply: false })],
      {},
    ],
    [
      'surely',
      'as two answers stand',
      compare(answer('q-number'), 'above', answer('q-share')),
      figures,
      five,
    ],
    [
      'surelyNot',
      'as two answers stand',
      compare(answer('q-number'), 'below', answer('q-share')),
      figures,
      five,
    ],
    [
      'maybe',
      'while one of two is open',
      compare(answer('q-number'), 'above', answer('q-share')),
      figures,
      ten,
    ],
    ['surely', 'as numbers stand', compare(number(2), 'above', number(1)), [], {}],
    ['surelyNot', 'as numbers stand', compare(number(1), 'above', number(2)), [], {}],
    ['maybe', 'while a number is open', compare(answer('q-number'), 'above', number(5)), figures, {}],
    ['surely', 'whatever number', compare(answer('q-number'), 'atLeast', number(0)), figures, {}],
    ['maybe', 'while a list is open', compare(answer('q-set'), 'above', number(1)), [given.set()], {}],
    [
      'maybe',
      'while it is, whatever it lists',
      compare(answer('q-set'), 'atLeast', number(1)),
      [given.set()],
      {},
    ],
    [
      'surely',
      'once there is a list',
      compare(answer('q-set'), 'above', number(1)),
      [given.set()],
      { 'q-set': value(['x', 'y']) },
    ],
    [
      'surelyNot',
      'once there is one',
      compare(answer('q-set'), 'above', number(1)),
      [given.set()],
      { 'q-set': value(['x']) },
    ],
    ['surely', 'as there will be a list', answered('q-set'), [given.set()], {}],
    [
      'surelyNot',
      'as an answer within a list is seen from within alone',
      isYes('q-open'),
      [given.set()],
      { 'q-set': value(['x']), 'q-open@x': value(true) },
    ],
  ])('%s, %s', (certainty, _, condition, others, claims) => {
    expect(certaintyOfB(condition, others, claims)).toBe(certainty);
  });

  const calculated = (claims: Answers, formula?: Formula) =>
    told([given.number(), given.share(), given.set(), given.computed(formula && { formula })], claims)[
      'q-computed'
    ];
  const overSet = (op: 'sum' | 'count', of: Formula): Formula => ({ op, over: 'q-set', of: [of] });
  const listed = { 'q-set': value(['x', 'y']), 'q-open@x': value(true), 'q-open@y': value(false) };

  test('has its calculated value once all it is calculated from is there', () => {
    expect(calculated({})).toBe('surely calculated');
    expect(calculated(ten)).toBe('surely calculated');
    expect(calculated({ ...ten, 'q-share': value(3) })).toBe('surely answered 3.3');
    expect(calculated({ ...ten, 'q-share': value(0) })).toBe('surely notApplicable');
    expect(calculated({ ...ten, 'q-share': NOT_APPLICABLE })).toBe('surely notApplicable');
    expect(calculated({}, number(7))).toBe('surely answered 7');
  });

  test('has a value calculated over a list once the list is made and answered', () => {
    expect(calculated({}, overSet('sum', answer('q-open')))).toBe('surely calculated');
    expect(calculated({ 'q-set': value(['x', 'y']) }, overSet('sum', answer('q-open')))).toBe(
      'surely calculated',
    );
    expect(calculated({ ...listed, 'q-open@y': NOT_APPLICABLE }, overSet('sum', answer('q-open')))).toBe(
      'surely calculated',
    );
    expect(calculated(listed, overSet('sum', answer('q-open')))).toBe('surely answered 1');
    expect(calculated(listed, overSet('count', answer('q-visits')))).toBe('surely calculated');
    expect(calculated({ ...listed, 'q-visits@x': value(9) }, overSet('sum', answer('q-visits')))).toBe(
      'surely answered 9',
    );
    expect(calculated(listed, answer('q-set'))).toBe('surely answered 2');
  });

  test('has a value calculated over a list that is not asked for: of nothing', () => {
    const made = (claims: Answers) =>
      told(
        [
          yesNo('q-a'),
          given.set({ askedIf: isYes('q-a') }),
          given.computed({ formula: overSet('count', answer('q-open')) }),
        ],
        { ...listed, ...claims },
      )['q-computed'];
    expect(made({ 'q-a': value(true) })).toBe('surely answered 2');
    expect(made({ 'q-a': value(false) })).toBe('surely answered 0');
    expect(made({})).toBe('surely calculated');
  });

  test('is calculated within a list from the same instance', () => {
    const set = given.set();
    const half: Question = {
      ...given.computed({ id: 'q-half', code: 'H' }),
      kind: 'computed',
      formula: { op: 'divide', of: [answer('q-visits'), number(2)] },
      decimals: 1,
    };
    const whole = set.kind === 'set' ? { ...set, questions: [...set.questions, half] } : set;
    const found = told([whole], { ...listed, 'q-visits@x': value(9) });
    expect(found['q-half@x']).toBe('surely answered 4.5');
    expect(found['q-half@y']).toBe('surely notApplicable');
    expect(told([whole], listed)['q-half@x']).toBe('surely calculated');
  });

  test('in a list is asked once for each that is listed', () => {
    expect(told([given.set()], { ...listed, 'q-visits@x': value(9) })).toEqual({
      'q-set': 'surely answered ["x","y"]',
      'q-open@x': 'surely answered true',
      'q-visits@x': 'surely answered 9',
      'q-open@y': 'surely answered false',
      'q-visits@y': 'surelyNot open',
    });
    expect(told([given.set({ mayNotApply: true })], { 'q-set': NOT_APPLICABLE })).toEqual({
      'q-set': 'surely notApplicable',
    });
  });

  test('in a list still to be made is asked of the fewest for sure, and maybe of the others up to the most', () => {
    expect(told([given.set()])).toEqual({
      'q-set': 'surely open',
      'q-open@#0': 'surely open',
      'q-visits@#0': 'maybe open',
      'q-open@#1': 'maybe open',
      'q-visits@#1': 'maybe open',
      'q-open@#2': 'maybe open',
      'q-visits@#2': 'maybe open',
    });
    expect(told([given.set({ mayNotApply: true, maximum: 1 })])).toMatchObject({ 'q-open@#0': 'maybe open' });
    expect(told([given.set({ minimum: 0, maximum: 1 })])).toMatchObject({ 'q-open@#0': 'maybe open' });
    const asked = (claims: Answers) =>
      told([yesNo('q-a'), given.set({ askedIf: isYes('q-a'), maximum: 1 })], claims);
    expect(asked({})).toMatchObject({ 'q-set': 'maybe open', 'q-open@#0': 'maybe open' });
    expect(asked({ 'q-a': value(false) })).toEqual({
      'q-a': 'surely answered false',
      'q-set': 'surelyNot open',
    });
    expect(asked({ 'q-set': value(['x']) })).toMatchObject({
      'q-set': 'maybe answered ["x"]',
      'q-open@x': 'maybe open',
    });
  });

  test('knows its set, its instance to come and its place', () => {
    const slots = slotsOf([given.set()]);
    const [set, open, next] = slots.all;
    expect(set).not.toHaveProperty('set');
    expect(set).not.toHaveProperty('toCome');
    expect(open).toMatchObject({ address: 'q-open@#0', set, toCome: 0, order: 1 });
    expect(next).toMatchObject({ address: 'q-open@#1', toCome: 1, order: 2 });
    expect(slots.at('q-open@#2')).toMatchObject({ toCome: 2 });
    const [, made] = slotsOf([given.set()], listed).all;
    expect(made).toHaveProperty('set');
    expect(made).not.toHaveProperty('toCome');
  });
});
