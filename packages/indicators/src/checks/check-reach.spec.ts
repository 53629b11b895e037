import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../test/runs.js';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { evaluateCondition } from '../answers/evaluate-condition.js';
import { addressOf } from '../answers/place.js';
import { answersIn, questionStates, StatesSight } from '../answers/standing.js';
import { validateAnswer } from '../answers/validate-answer.js';
import { validateAssessment } from '../answers/validate-assessment.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Condition } from '../definition/condition.js';
import { buildCondition, buildFormula, DATES, WORDS } from '../definition/condition.arbitrary.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import type { Formula } from '../definition/formula.js';
import { given } from '../definition/given.arbitrary.js';
import { jsonPointer } from '../definition/json-pointer.js';
import { placedQuestions } from '../definition/parts.js';
import type { PlainQuestion, Question } from '../definition/question.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { checkQuestionnaire } from './check-questionnaire.js';

/** The most assessments that one small version is tried with. */
const ASSESSMENTS = 1500;

/** A version of a few questions with few answers each, of every kind, whose conditions look at each other. */
function buildSmall(draw: Draw): Questionnaire {
  const questions: Question[] = [];
  const around = (inside: readonly Question[]) => ({
    outside: questions,
    inside,
    sets: questions.filter((question) => question.kind === 'set'),
  });
  const build = (id: string, inside: readonly Question[]): PlainQuestion => {
    const isFirst = questions.length + inside.length === 0;
    const condition = isFirst || draw.flip() ? {} : { askedIf: buildCondition(draw, around(inside), 2) };
    const every = { id, code: id, required: false, ...condition };
    const options = ['x', 'y', 'z'].map((each) => ({ id: `${id}-${each}`, code: each }));
    const kind = draw.pick([
      ...(['yesNo', 'yesNo', 'single', 'multiple', 'number', 'number'] as const),
      ...(['share', 'matrix', 'ranking', 'file', 'date', 'text', 'computed'] as const),
    ]);
    const declared = kind !== 'computed' && draw.flip() ? { mayNotApply: true } : {};
    switch (kind) {
      case 'single':
        return { ...every, ...declared, kind, options };
      case 'multiple':
        return {
          ...{ ...every, ...declared, kind },
          options: options.map((each, at) => (at === 2 && draw.flip() ? { ...each, exclusive: true } : each)),
          minimum: draw.integer(1, 2),
          maximum: 2,
        };
      case 'number':
        return {
          ...every,
          ...declared,
          kind,
          unit: 'u',
          minimum: draw.integer(-1, 1),
          maximum: 2,
          decimals: 0,
        };
      case 'share':
        return { ...every, ...declared, kind, decimals: 0 };
      case 'matrix':
        return {
          ...{ ...every, ...declared, kind },
          rows: ['r', 's'].map((each) => ({ id: `${id}-${each}`, code: each })),
          columns: options.slice(0, 2),
        };
      case 'ranking':
        return { ...every, ...declared, kind, options, ranked: 2 };
      case 'file':
        return { ...every, ...declared, kind, minimum: 1, maximum: 2 };
      case 'text':
        return { ...every, ...declared, kind, maxLength: 7 };
      case 'computed':
        return { ...every, kind, decimals: 0, formula: buildFormula(draw, around(inside), 1) };
      case 'yesNo':
      case 'date':
        return { ...every, ...declared, kind };
    }
  };
  const count = draw.integer(2, 4);
  for (let at = 0; at < count; at += 1) {
    const id = `q-${String(at)}`;
    if (at === 0 || draw.integer(0, 4) > 0) questions.push(build(id, []));
    else {
      const first = build(`${id}a`, []);
      const second = draw.flip() ? [build(`${id}b`, [first])] : [];
      const askedIf = draw.flip() ? { askedIf: buildCondition(draw, around([]), 1) } : {};
      const least = draw.integer(0, 2);
      questions.push({
        ...{ kind: 'set', id, code: id, required: false, ...askedIf, questions: [first, ...second] },
        ...{ minimum: least, maximum: Math.max(1, least) },
      });
    }
  }
  const set = draw.flip() ? questions.find((question) => question.kind === 'set') : undefined;
  return given.questionnaire([given.yesNo(), ...questions], {
    validations: [
      {
        ...{ id: 'val-one', code: 'V1', severity: 'error', marks: ['q-0'] },
        holds: buildCondition(draw, around(set?.questions ?? []), 2),
        ...(set && { set: set.id }),
      },
    ],
  });
}

/** All that a question may be answered, and that it is not. */
function answersTo(question: Question): readonly (Answer | undefined)[] {
  const valid = valuesOf(question).filter((value) => validateAnswer(question, value).length === 0);
  return [
    undefined,
    ...(question.mayNotApply === true ? [{ kind: 'notApplicable' } as const] : []),
    ...valid.map((value): Answer => ({ kind: 'value', value })),
    // Its instances are asked although they are too few.
    ...(question.kind === 'set' && question.minimum > 1 ? [{ kind: 'value' as const, value: ['in-1'] }] : []),
  ];
}

function valuesOf(question: Question): readonly AnswerValue[] {
  switch (question.kind) {
    case 'yesNo':
      return [true, false];
    case 'single':
      return question.options.map(({ id }) => id);
    case 'multiple':
    case 'ranking': {
      const [x = '', y = '', z = ''] = question.options.map(({ id }) => id);
      const pairs = [
        [x, y],
        [x, z],
        [y, z],
      ];
      return [[x], [y], [z], ...pairs, ...pairs.map((pair) => [...pair].reverse())];
    }
    case 'number':
      return [-1, 0, 1, 2];
    case 'share':
      return Array.from({ length: 101 }, (_, at) => at);
    case 'matrix': {
      const columns = question.columns.map(({ id }) => id);
      const [first, second] = question.rows.map(({ id }) => id);
      return columns.flatMap((one) =>
        columns.map((other) => ({ [first ?? '']: one, [second ?? '']: other })),
      );
    }
    case 'file':
    case 'set':
      return [[], ['in-1'], ['in-1', 'in-2']];
    case 'date':
      return [...DATES, '2001-01-01'];
    case 'text':
      return [...WORDS, 'other'];
    case 'computed':
      return [];
  }
}

/** Every assessment of a version; undefined when there are too many. */
function assessments(questionnaire: Questionnaire): readonly Answers[] | undefined {
  let found: readonly Answers[] = [{}];
  for (const { question, set } of placedQuestions(questionnaire)) {
    if (question.id === 'q-yes-no' || question.kind === 'computed') continue;
    for (const instance of set
      ? Array.from({ length: set.maximum }, (_, at) => `in-${String(at + 1)}`)
      : ['']) {
      const address = addressOf(question.id, instance);
      const answers = answersTo(question);
      if (found.length * answers.length > ASSESSMENTS) return undefined;
      found = found.flatMap((before) =>
        answers.map((answer) => (answer === undefined ? before : { ...before, [address]: answer })),
      );
    }
  }
  return found;
}

/** What conditions and validations come to, by going through every assessment: by pointer, what was seen of it. */
function broughtAbout(
  questionnaire: Questionnaire,
  all: readonly Answers[],
): ReadonlyMap<string, Set<string>> {
  const [validation] = questionnaire.validations ?? [];
  const turned = validation && {
    ...validation,
    id: 'val-not',
    holds: { op: 'not' as const, of: validation.holds },
  };
  const compiled = compileQuestionnaire({
    ...questionnaire,
    validations: [...(questionnaire.validations ?? []), ...(turned ? [turned] : [])],
  });
  const seen = new Map<string, Set<string>>([['/validations/0/holds', new Set()]]);
  const conditional = placedQuestions(questionnaire).filter(({ question }) => question.askedIf !== undefined);
  for (const { path } of conditional) seen.set(jsonPointer([...path, 'askedIf']), new Set());
  for (const answers of all) {
    for (const violation of validateAssessment(compiled, answers))
      seen.get('/validations/0/holds')?.add(violation.validation === 'val-not' ? 'true' : 'false');
    const states = questionStates(compiled, answersIn(answers));
    const outside = new StatesSight(compiled, states);
    for (const { question, path, set } of conditional)
      for (const sight of set ? outside.within(set.id) : [outside]) {
        const holds = question.askedIf !== undefined && evaluateCondition(question.askedIf, sight);
        seen.get(jsonPointer([...path, 'askedIf']))?.add(String(holds));
      }
  }
  return seen;
}

describe('what conditions can come to', () => {
  test('is what going through all answers brings about, on small versions of every kind of question', () => {
    const told = { never: 0, always: 0, open: 0 };
    let undecided = 0;
    fc.assert(
      fc.property(arbitraryFrom(buildSmall), (questionnaire) => {
        const all = assessments(questionnaire);
        fc.pre(all !== undefined);
        const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
        const faults = check.ok ? check.warnings : check.faults;
        expect(faults.filter(({ code }) => !REACH.includes(code))).toEqual([]);
        const coded = new Map(faults.map(({ pointer, code }) => [pointer, code]));
        const seen = broughtAbout(questionnaire, all ?? []);
        const neverAsked = [...seen.values()].some((outcomes) => !outcomes.has('true'));
        for (const [pointer, outcomes] of seen) {
          const expected = outcomes.has('true') ? (outcomes.has('false') ? 'open' : 'always') : 'never';
          const code = coded.get(pointer);
          if (code === 'conditionUndecided') {
            undecided += 1;
            continue;
          }
          told[expected] += 1;
          // Whether answers can make it true may be open where it is found out that none violates it.
          const isUnviolated = expected === 'never' && !outcomes.has('false') && code === 'conditionAlways';
          if (isUnviolated && [...coded.values()].includes('conditionUndecided')) continue;
          // What is never asked because something else is not is said there alone.
          if (expected === 'never' && code === undefined && pointer.startsWith('/sections')) {
            expect(neverAsked && coded.size > 0).toBe(true);
            continue;
          }
          expect(`${pointer} ${String(code)}`).toBe(`${pointer} ${String(CODES[expected])}`);
        }
      }),
      runs(200, 150),
    );
    // All three were met, and seldom nothing was found out.
    expect(Math.min(...Object.values(told))).toBeGreaterThan(5);
    expect(undecided).toBeLessThan((told.never + told.always + told.open) / 20);
  });
});

/** The faults of a version that asks these questions besides a yes/no question. */
function faultsOf(questions: readonly Question[], changes: Partial<Questionnaire> = {}) {
  const questionnaire = given.questionnaire([given.yesNo(), ...questions], changes);
  const check = checkQuestionnaire(questionnaire, titlesFor(questionnaire));
  return (check.ok ? check.warnings : check.faults).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** What a version has besides, to be violated where this does not hold. */
function validatedBy(holds: Condition): Partial<Questionnaire> {
  return { validations: [{ id: 'val-one', code: 'V', holds, severity: 'error', marks: ['q-yes-no'] }] };
}

const AT = '/sections/0/questions/1';
const yes: Condition = { op: 'equals', question: 'q-yes-no', value: true };
const no: Condition = { op: 'equals', question: 'q-yes-no', value: false };
const numbered = (question: string): Formula => ({ op: 'answer', question });
const constant = (value: number): Formula => ({ op: 'number', value });

describe('the checks say', () => {
  test('that a condition is never asked for because of what a question elsewhere demands, and there alone', () => {
    const shown = given.number({ askedIf: yes });
    const never = given.text({
      id: 'q-never',
      code: 'N',
      askedIf: { op: 'all', of: [no, { op: 'answered', question: 'q-number' }] },
    });
    const after = given.text({ id: 'q-after', code: 'A', askedIf: { op: 'answered', question: 'q-never' } });
    expect(faultsOf([shown, never, after])).toEqual(['conditionImpossible /sections/0/questions/2/askedIf']);
  });

  test('which part of a condition never or always holds', () => {
    const dead: Condition = { op: 'all', of: [yes, no] };
    expect(faultsOf([given.text({ askedIf: { op: 'any', of: [yes, dead] } })])).toEqual([
      `conditionImpossible ${AT}/askedIf/of/1`,
    ]);
    const idle: Condition = { op: 'not', of: dead };
    expect(faultsOf([given.text({ askedIf: { op: 'all', of: [yes, idle] } })])).toEqual([
      `conditionAlways ${AT}/askedIf/of/1`,
    ]);
  });

  test('that a calculation cannot come to what it is compared with', () => {
    const sum: Formula = { op: 'add', of: [numbered('q-number'), numbered('q-share')] };
    const compare = (relation: 'above' | 'atLeast'): Condition => ({
      op: 'compare',
      left: sum,
      relation,
      right: constant(1100),
    });
    const asked = (condition: Condition) =>
      faultsOf([given.text({ askedIf: condition }), given.number(), given.share()]);
    expect(asked(compare('above'))).toEqual([`conditionImpossible ${AT}/askedIf`]);
    expect(asked(compare('atLeast'))).toEqual([]);
    expect(
      asked({ op: 'compare', left: { op: 'count', of: [sum] }, relation: 'atLeast', right: constant(0) }),
    ).toEqual([`conditionAlways ${AT}/askedIf`]);
  });

  test('that a validation can never hold, or never be violated', () => {
    expect(faultsOf([], validatedBy({ op: 'all', of: [yes, no] }))).toEqual([
      'conditionImpossible /validations/0/holds',
    ]);
    expect(faultsOf([], validatedBy({ op: 'any', of: [yes, no] }))).toEqual([
      'conditionAlways /validations/0/holds',
    ]);
    expect(faultsOf([], validatedBy(yes))).toEqual([]);
  });

  test('that a validation can never hold where it only does without a result that is always there', () => {
    const always = given.computed({ formula: constant(0.5) });
    const twice = given.computed({
      ...{ id: 'q-twice', code: 'T' },
      formula: { op: 'add', of: [numbered(always.id), numbered(always.id)] },
    });
    const never = given.number({ askedIf: { op: 'all', of: [yes, no] } });
    const holds = (result: string): Condition => ({
      op: 'any',
      of: [
        { op: 'not', of: { op: 'answered', question: result } },
        // Of a question that is never asked nothing is known: neither does this hold, nor is it violated.
        { op: 'compare', left: numbered(never.id), relation: 'above', right: constant(0) },
      ],
    });
    const faults = (result: string, questions: readonly Question[]) =>
      faultsOf([...questions, never], validatedBy(holds(result))).filter((fault) => fault.includes('/holds'));
    const impossible = ['conditionImpossible /validations/0/holds'];
    expect(faults(always.id, [always])).toEqual(impossible);
    expect(faults(twice.id, [always, twice])).toEqual(impossible);
  });

  test('whether a validation can hold because a result is not there and is not to come', () => {
    const said = (formula: Formula, questions: readonly Question[], askedIf?: Condition) => {
      const result = given.computed({ formula, ...(askedIf && { askedIf }) });
      const holds: Condition = { op: 'not', of: { op: 'answered', question: result.id } };
      const faults = faultsOf([result, ...questions], validatedBy(holds));
      return faults.flatMap((fault) => (fault.endsWith(' /validations/0/holds') ? fault.split(' ')[0] : []));
    };
    const shares = (optional: number) =>
      Array.from({ length: 10 }, (_, at) =>
        given.share({ id: `q-${String(at)}`, code: `S${String(at)}`, mayNotApply: at < optional }),
      );
    const of = shares(0).map(({ id }) => numbered(id));
    const never = given.number({ id: 'q-never', askedIf: { op: 'all', of: [yes, no] } });
    const divisor = (minimum: number) => given.number({ minimum, mayNotApply: false });
    const ratio: Formula = { op: 'divide', of: [constant(1), numbered('q-number')] };

    // The result is not asked for, or does without an answer that is not to come.
    expect(said(constant(0.5), [], yes)).toEqual([]);
    expect(said({ op: 'add', of }, shares(1))).toEqual([]);
    expect(said({ op: 'sum', of }, shares(10))).toEqual([]);
    expect(said(ratio, [divisor(0)])).toEqual([]);
    // While answers are still to come, so is the result.
    expect(said({ op: 'add', of }, shares(0))).toEqual(['conditionImpossible']);
    expect(said({ op: 'sum', of }, shares(9))).toEqual(['conditionImpossible']);
    expect(said(ratio, [divisor(1)])).toEqual(['conditionImpossible']);
    // One that it needs is never asked.
    expect(said({ op: 'add', of: [numbered(never.id), constant(1)] }, [never])).toEqual(['conditionAlways']);
  });

  test('that a validation can be violated in a set that lists too few instances', () => {
    const set = given.set({ minimum: 2, maximum: 3 });
    const meanwhile = given.text({ askedIf: { op: 'not', of: { op: 'answered', question: set.id } } });
    const holds: Condition = { op: 'not', of: { op: 'answered', question: meanwhile.id } };
    const [validation] = validatedBy(holds).validations ?? [];
    const validations = validation && [{ ...validation, set: set.id }];
    expect(faultsOf([set, meanwhile], { validations })).toEqual([]);
  });

  test('that nothing was decided where too much depends on each other, in bounded time', () => {
    // Which of a thousand sums of ten figures is 1 in 7? Some, but to find one takes longer than anybody waits.
    const figures = Array.from({ length: 10 }, (_, at) =>
      given.share({ id: `q-s${String(at)}`, code: `S${String(at)}`, decimals: 6 }),
    );
    const sum: Formula = { op: 'add', of: figures.map(({ id }) => numbered(id)) };
    const condition: Condition = {
      op: 'compare',
      left: { op: 'multiply', of: [sum, constant(7)] },
      relation: 'equal',
      right: constant(1234.567891),
    };
    expect(faultsOf([given.text({ askedIf: condition }), ...figures])).toEqual([
      `conditionUndecided ${AT}/askedIf`,
    ]);
  });

  test('that no result of a formula comes to a band or a point of a curve', () => {
    const formula: Formula = { op: 'divide', of: [numbered('q-number'), constant(10)] };
    const scored = { indicator: 'ind-one', formula } as const;
    const bands = [0, 50, 100.5].map((from, at) => ({ from, points: at }));
    expect(faultsOf([given.computed({ ...scored, bands }), given.number()])).toEqual([
      `resultUnreached ${AT}/bands/2/from`,
    ]);
    const curve = [-2, -1, 50, 101].map((at, points) => ({ at, points }));
    expect(faultsOf([given.computed({ ...scored, curve }), given.number()])).toEqual([
      `resultUnreached ${AT}/curve/0/at`,
    ]);
  });
});

const CODES = { never: 'conditionImpossible', always: 'conditionAlways', open: undefined } as const;
const REACH = ['conditionImpossible', 'conditionAlways', 'conditionUndecided'];
