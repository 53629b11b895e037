import { describe, test } from '@jest/globals';
import type { Answers, AnswerValue } from '../../answers/answer.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { answersTo, expectAsScored, NOT_APPLICABLE, value } from './as-scored.arbitrary.js';
import { curve, KINDS } from './kinds.arbitrary.js';

describe('numbers from tables are those of the scorecard', () => {
  const after = given.single({ id: 'q-after', code: 'Q.AFTER' });
  const beside = given.yesNo({ id: 'q-beside', code: 'Q.BESIDE', points: { yes: 1, no: 0 } });

  test.each(KINDS)('of %s', (_, question, values) => {
    const all = answersTo(question.id, values).map((claims) => ({
      ...claims,
      ...{ 'q-beside': value(true), 'q-after': NOT_APPLICABLE },
    }));
    expectAsScored([beside, question, after], all);
  });

  test('of several questions of a kind, whose options are not those of each other', () => {
    const places = [0, 1, 2];
    const own = (at: number) =>
      ['x', 'y'].map((id) => ({ id: `${id}-${String(at)}`, code: id, points: 1 + at }));
    const called = (kind: string, at: number) => ({
      id: `${kind}-${String(at)}`,
      code: `${kind}.${String(at)}`,
    });
    const table = (rows: number, at: number): AnswerValue => ({
      [`x-${String(rows)}`]: `y-${String(at)}`,
      [`y-${String(rows)}`]: `x-${String(at)}`,
    });
    const all = places.flatMap((at) =>
      places.map((other): Answers => {
        const [x, y] = [`x-${String(other)}`, `y-${String(other)}`];
        return {
          [`single-${String(at)}`]: value(x),
          [`single-${String((at + 1) % 3)}`]: value(y),
          [`several-${String(at)}`]: value([y, x]),
          [`table-${String(at)}`]: value(table(at, other)),
          [`table-${String((at + 1) % 3)}`]: value(table(other, (at + 1) % 3)),
        };
      }),
    );
    const several = [0, 1].flatMap((at): Answers[] => [
      { [`several-${String(at)}`]: value([`x-${String(at)}`, `x-${String(at + 1)}`]) },
      { [`several-${String(at)}`]: value([`y-${String(at)}`, `x-${String(at + 1)}`]) },
      { [`several-${String(at)}`]: value([`x-${String(at)}`, `y-${String(at)}`]) },
    ]);
    expectAsScored(
      places.flatMap((at) => [
        given.single({ ...called('single', at), options: own(at) }),
        given.multiple({ ...called('several', at), options: own(at) }),
        given.matrix({ ...called('table', at), rows: own(at), columns: own(at) }),
      ]),
      [...all, ...several],
    );
  });

  test.each(['leaveOut', 'countAsZero'] as const)('where what is missing is to %s', (how) => {
    const rules = { unanswered: how, notApplicable: how, coverageToScore: 0.5, coverageToPublish: 1 };
    const few: readonly Question[] = [given.yesNo(), given.multiple(), given.matrix(), given.text()];
    const all = few.flatMap(({ id }) => answersTo(id, [true, ['opt-one'], 'Words.']));
    expectAsScored(few, all, { rules });
    expectAsScored([given.number({ indicator: 'ind-one', curve })], answersTo('q-number', [2, 'x']), {
      rules,
    });
    expectAsScored([given.text()], answersTo('q-text', ['Words.']), { rules });
  });

  test('of points that are worth nothing, and of an indicator that nothing is asked of', () => {
    const worthless = given.yesNo({ points: { yes: 0, no: 0 } });
    expectAsScored([worthless], answersTo('q-yes-no', [true]));
    const indicators = [
      { id: 'ind-one', code: 'IA' },
      { id: 'ind-two', code: 'IB' },
    ];
    expectAsScored([given.yesNo()], answersTo('q-yes-no', [true]), { indicators });
  });

  test('of a mean of means with weights, where some have no score', () => {
    const areas = ['ind-one', 'ind-two', 'ind-three'];
    const mean = (id: string, members: readonly string[], more: object = {}) => ({
      ...{ id, code: id, ...more },
      members: members.map((of, at) => ({ of, weight: at + 1 })),
    });
    const questions = areas.map((indicator) =>
      given.yesNo({ id: `q-${indicator}`, code: indicator, indicator }),
    );
    const states = [value(true), value(false), NOT_APPLICABLE, undefined];
    const all = states.flatMap((one) =>
      states.flatMap((two) =>
        states.map((three): Answers => ({
          ...(one && { 'q-ind-one': one }),
          ...(two && { 'q-ind-two': two }),
          ...(three && { 'q-ind-three': three }),
        })),
      ),
    );
    expectAsScored(questions, all, {
      indicators: areas.map((id) => ({ id, code: id })),
      composites: [
        mean('mean-one', ['ind-one', 'ind-two']),
        mean('mean-two', ['mean-one', 'ind-three'], { coverageToScore: 0.7 }),
      ],
      indices: [mean('index-one', ['mean-two', 'ind-one']), mean('index-two', areas, { coverageToScore: 1 })],
    });
  });

  test('of more questions than one number has digits for, by how many of all are answered', () => {
    const id = (at: number): string => `q-${String(at)}`;
    const questions = [0, 1, 2, 3].map((at) =>
      given.yesNo({
        id: id(at),
        code: id(at),
        points: { yes: 3.001, no: 0.001 },
        weight: at % 2 === 0 ? 1.001 : 1,
      }),
    );
    const last = given.yesNo({
      ...{ id: 'q-last', code: 'LAST', points: { yes: 3.001, no: 0.001 } },
      askedIf: { op: 'equals', question: 'q-0', value: true },
    });
    const states = [value(true), value(false), NOT_APPLICABLE, undefined];
    const all = states.flatMap((one) =>
      states.flatMap((two) =>
        states.map((three): Answers => ({
          ...(one && { 'q-0': one }),
          ...(two && { 'q-1': two, 'q-2': two }),
          ...(three && { 'q-3': three }),
        })),
      ),
    );
    for (const coverageToScore of [0.3, 0.5, 0.8])
      expectAsScored([...questions, last], all, {
        rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore, coverageToPublish: 1 },
      });
  });

  test.each(KINDS)('of %s beside a curve, along which points are not whole', (_, question, values) => {
    const rising = given.number({ id: 'q-rising', code: 'Q.RISING', indicator: 'ind-one', curve });
    const all = answersTo(question.id, values).map((claims) => ({ ...claims, 'q-rising': value(2) }));
    expectAsScored([rising, beside, question, after], all);
  });

  test('of points along curves, added up by the names of their questions', () => {
    const names = ['q-e', 'q-b', 'q-d', 'q-a', 'q-c'];
    const questions = names.map((id, at) =>
      given.number({
        ...{ id, code: id, indicator: 'ind-one', weight: 1 + at / 10 },
        curve: [
          { at: 0, points: 0 },
          { at: 7 + at, points: 1 },
        ],
      }),
    );
    const all = [1, 2, 3, 4].map((step): Answers =>
      Object.fromEntries(names.map((id, at) => [id, value((at * step + 1) % 7)])),
    );
    expectAsScored(questions, all);
  });
});
