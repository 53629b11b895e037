import { describe, expect, test } from '@jest/globals';
import type { Answer, Answers, AnswerValue } from '../../answers/answer.js';
import { answersIn, questionStates } from '../../answers/standing.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import type { Formula, Relation } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import type { Questionnaire, Rules } from '../../definition/questionnaire.js';
import { choicesOf, outcomeOf } from './choices.js';
import { componentsOf } from './components.js';
import { enumerate, relax, type Around } from './enumerate.js';
import { extremeRatio } from './extreme-ratio.js';
import type { Outcomes } from './outcomes.js';
import { Slots } from './slots.js';

const value = (each: AnswerValue): Answer => ({ kind: 'value', value: each });
const NOT_APPLICABLE: Answer = { kind: 'notApplicable' };

/** Asked everybody, and must be answered. */
const yesNo = (id: string, more: object = {}): Question =>
  given.yesNo({ id, code: id, mayNotApply: false, ...more });
const isYes = (question: string): Leaf => ({ op: 'equals', question, value: true });
const answered = (question: string): Leaf => ({ op: 'answered', question });
const not = (of: Condition): Condition => ({ op: 'not', of });
const answer = (question: string): Formula => ({ op: 'answer', question });
const compare = (left: Formula, relation: Relation, right: Formula): Leaf => ({
  op: 'compare',
  left,
  relation,
  right,
});
const number = (each: number): Formula => ({ op: 'number', value: each });

function slotsOf(
  questions: readonly Question[],
  claims: Answers = {},
  changes: Partial<Questionnaire> = {},
): Slots {
  const compiled = compileQuestionnaire(given.questionnaire(questions, changes));
  return new Slots(compiled, questionStates(compiled, answersIn(claims)));
}

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
