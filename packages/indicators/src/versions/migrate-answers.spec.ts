import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answer, Answers, AnswerValue } from '../answers/answer.js';
import { answerFaults } from '../answers/validate-answer.js';
import { drawAnswers } from '../answers/answers.arbitrary.js';
import { arbitraryFrom } from '../definition/draw.arbitrary.js';
import { given } from '../definition/given.arbitrary.js';
import type { PlainQuestion, Question } from '../definition/question.js';
import { buildDraft } from '../editing/change.arbitrary.js';
import { contentOf } from '../editing/draft-document.js';
import { givenVersion } from './given-version.arbitrary.js';
import { migrateAnswers, type GradedAnswer } from './migrate-answers.js';
import { MigrationGrade } from './migration-rule.js';
import { planMigration } from './plan-migration.js';
import { buildEdited } from './version-pair.arbitrary.js';

/** What becomes of one value between two questions that share an id. */
function outcome(before: Question, after: Question | undefined, value: AnswerValue | 'notApplicable') {
  const answer: Answer = value === 'notApplicable' ? { kind: value } : { kind: 'value', value };
  const plan = planMigration(givenVersion([before]), givenVersion(after ? [after] : [given.date()]));
  const [graded] = migrateAnswers(plan, { [before.id]: answer }).graded;
  return (
    graded && [
      graded.grade,
      graded.rules.join(' '),
      graded.to?.kind === 'value' ? graded.to.value : graded.to?.kind,
    ]
  );
}

const single = (...codes: readonly string[]) =>
  given.single({ id: 'q-one', options: codes.map((code) => ({ id: `opt-${code}`, code })) });
const multiple = (...codes: readonly string[]) =>
  given.multiple({ id: 'q-one', options: codes.map((code) => ({ id: `opt-${code}`, code })) });
const ranking = (...codes: readonly string[]) =>
  given.ranking({ id: 'q-one', options: codes.map((code) => ({ id: `opt-${code}`, code })) });
const matrix = (rows: readonly string[], ...codes: readonly string[]) =>
  given.matrix({
    id: 'q-one',
    rows: rows.map((code) => ({ id: code, code })),
    columns: codes.map((code) => ({ id: `opt-${code}`, code })),
  });
const yesNo = given.yesNo({ id: 'q-one' });
const number = (changes: Parameters<typeof given.number>[0] = {}) =>
  given.number({ id: 'q-one', ...changes });
const text = given.text({ id: 'q-one' });

const givenSet = (questions: readonly Question[]) =>
  given.set({
    questions: questions.filter((question): question is PlainQuestion => question.kind !== 'set'),
  });

describe('an answer', () => {
  test.each<[string, Question, Question | undefined, AnswerValue | 'notApplicable', unknown]>([
    ['to the same question', yesNo, given.yesNo({ id: 'q-one' }), true, ['identical', 'same', true]],
    [
      'to a question worth something else',
      yesNo,
      given.yesNo({ id: 'q-one', weight: 3, points: { yes: 1, no: 2 }, code: 'Z' }),
      true,
      ['identical', 'same', true],
    ],
    [
      'whose bands begin elsewhere',
      number(),
      number({ bands: [{ from: 0, points: 3 }] }),
      7,
      ['identical', 'same', 7],
    ],
    [
      'that is not asked now, or in another section',
      yesNo,
      given.yesNo({ id: 'q-one', askedIf: { op: 'answered', question: 'q-date' } }),
      false,
      ['identical', 'same', false],
    ],
    [
      'whose choice has another code',
      single('a', 'b'),
      given.single({
        id: 'q-one',
        options: [
          { id: 'opt-a', code: 'x' },
          { id: 'opt-b', code: 'y' },
        ],
      }),
      'opt-a',
      ['identical', 'same', 'opt-a'],
    ],
    [
      'beside a further choice',
      single('a', 'b'),
      single('a', 'b', 'c'),
      'opt-a',
      ['compatible', 'choicesAdded', 'opt-a'],
    ],
    [
      'beside a choice that is gone',
      single('a', 'b', 'c'),
      single('a', 'b'),
      'opt-a',
      ['compatible', 'choicesRemoved', 'opt-a'],
    ],
    [
      'whose choice is gone',
      single('a', 'b', 'c'),
      single('a', 'b'),
      'opt-c',
      ['impossible', 'choiceGone', undefined],
    ],
    [
      'one of whose choices is gone',
      multiple('a', 'b', 'c'),
      multiple('a', 'b'),
      ['opt-c', 'opt-a'],
      ['proximate', 'choiceDropped', ['opt-a']],
    ],
    [
      'all of whose choices are gone',
      multiple('a', 'b', 'c'),
      multiple('a', 'b'),
      ['opt-c'],
      ['impossible', 'choiceGone', undefined],
    ],
    [
      'in order, less one',
      ranking('a', 'b', 'c'),
      ranking('a', 'b'),
      ['opt-b', 'opt-c', 'opt-a'],
      ['proximate', 'choiceDropped', ['opt-b', 'opt-a']],
    ],
    [
      'in order, one more',
      ranking('a', 'b'),
      ranking('a', 'b', 'c'),
      ['opt-b', 'opt-a'],
      ['tentative', 'choicesAdded toBeMended', ['opt-b', 'opt-a']],
    ],
    [
      'in rows, less one',
      matrix(['row-1', 'row-2'], 'a', 'b'),
      matrix(['row-1'], 'a', 'b'),
      { 'row-1': 'opt-a', 'row-2': 'opt-b' },
      ['proximate', 'choiceDropped', { 'row-1': 'opt-a' }],
    ],
    [
      'in rows, one more',
      matrix(['row-1'], 'a', 'b'),
      matrix(['row-1', 'row-2'], 'a', 'b'),
      { 'row-1': 'opt-a' },
      ['tentative', 'choicesAdded toBeMended', { 'row-1': 'opt-a' }],
    ],
    ['within a wider range', number(), number({ maximum: 5000 }), 7, ['compatible', 'limitsChanged', 7]],
    [
      'out of a narrower range, kept as it is',
      number(),
      number({ maximum: 5 }),
      7,
      ['tentative', 'limitsChanged toBeMended', 7],
    ],
    [
      'that was out of range already',
      number({ maximum: 5 }),
      number({ maximum: 5, code: 'Z' }),
      7,
      ['identical', 'same', 7],
    ],
    ['in another unit', number(), number({ unit: 'households' }), 7, ['tentative', 'unitChanged', 7]],
    [
      'in percent',
      number({ unit: 'percent', maximum: 100 }),
      given.share({ id: 'q-one' }),
      7,
      ['proximate', 'asPercentage', 7],
    ],
    ['that becomes a share', number(), given.share({ id: 'q-one' }), 7, ['tentative', 'unitChanged', 7]],
    [
      'one, where several may be given',
      single('a', 'b'),
      multiple('a', 'b'),
      'opt-a',
      ['compatible', 'wrapped', ['opt-a']],
    ],
    [
      'several of one, where one may be given',
      multiple('a', 'b'),
      single('a', 'b'),
      ['opt-a'],
      ['proximate', 'onlyChoice', 'opt-a'],
    ],
    [
      'several, where one may be given',
      multiple('a', 'b'),
      single('a', 'b'),
      ['opt-a', 'opt-b'],
      ['impossible', 'severalChosen', undefined],
    ],
    ['yes, as a choice', yesNo, single('yes', 'no', 'planned'), true, ['tentative', 'byCode', 'opt-yes']],
    [
      'no, as one of several',
      yesNo,
      multiple('yes', 'no'),
      false,
      ['tentative', 'byCode wrapped', ['opt-no']],
    ],
    [
      'yes, where no choice is called so',
      yesNo,
      single('a', 'b'),
      true,
      ['impossible', 'otherKind', undefined],
    ],
    ['a choice, as no', single('Yes', 'No'), yesNo, 'opt-No', ['tentative', 'byCode', false]],
    ['a figure, in words', number(), text, 7.5, ['proximate', 'writtenOut', '7.5']],
    ['words, as a figure', text, number(), ' 7 ', ['tentative', 'read', 7]],
    ['words that are no figure', text, number(), 'about 7', ['impossible', 'otherKind', undefined]],
    [
      'words, as a date',
      text,
      given.date({ id: 'q-one' }),
      '2024-02-29',
      ['tentative', 'read', '2024-02-29'],
    ],
    [
      'words, as no date',
      text,
      given.date({ id: 'q-one' }),
      '2023-02-29',
      ['impossible', 'otherKind', undefined],
    ],
    [
      'in order, without it',
      ranking('a', 'b'),
      multiple('a', 'b'),
      ['opt-b', 'opt-a'],
      ['tentative', 'orderDropped', ['opt-b', 'opt-a']],
    ],
    ['words, as yes', text, yesNo, 'yes', ['impossible', 'otherKind', undefined]],
    [
      'to what is calculated now',
      number(),
      given.computed({ id: 'q-one' }),
      7,
      ['impossible', 'calculated', undefined],
    ],
    ['to what is asked no more', yesNo, undefined, true, ['impossible', 'removed', undefined]],
    [
      'that it does not apply',
      yesNo,
      given.yesNo({ id: 'q-one', weight: 2 }),
      'notApplicable',
      ['identical', 'same', 'notApplicable'],
    ],
    [
      'that it does not apply, to another kind',
      yesNo,
      number(),
      'notApplicable',
      ['compatible', 'kindChanged', 'notApplicable'],
    ],
    [
      'that it does not apply, where it must now',
      yesNo,
      given.yesNo({ id: 'q-one', mayNotApply: false }),
      'notApplicable',
      ['tentative', 'toBeMended', 'notApplicable'],
    ],
  ])('%s', (_, before, after, value, expected) => {
    expect(outcome(before, after, value)).toEqual(expected);
  });

  test('asked in other words is compatible; in other quotation marks, or with other evidence, the same', () => {
    const grade = (texts: Readonly<Record<string, string>>) =>
      planMigration(givenVersion([single('a', 'b')]), givenVersion([single('a', 'b')], {}, texts))
        .questions[0]?.rules;
    expect(grade({ 'q-one.title': 'Whoever?' })).toEqual(['reworded']);
    expect(grade({ 'q-one.help': 'Of the council.' })).toEqual(['reworded']);
    expect(grade({ 'opt-a.title': 'Nobody' })).toEqual(['reworded']);
    expect(grade({ 'q-one.evidence': 'A decision.' })).toEqual(['same']);
    expect(grade({ 'q-one.title': 'Title  of q‑one' })).toEqual(['same']);
  });

  test('goes instance by instance in a repeated set, listed or not', () => {
    const before = givenVersion([given.set()]);
    const after = givenVersion([
      givenSet([given.yesNo({ id: 'q-open', code: 'O' }), given.share({ id: 'q-visits', code: 'V' })]),
    ]);
    const answers: Answers = {
      'q-set': { kind: 'value', value: ['in-a'] },
      'q-open@in-a': { kind: 'value', value: true },
      'q-open@in-b': { kind: 'value', value: false },
      'q-visits@in-a': { kind: 'value', value: 20 },
    };
    const { graded, answers: carried } = migrateAnswers(planMigration(before, after), answers);
    expect(graded.map(({ address, grade }) => `${address} ${grade}`)).toEqual([
      'q-set identical',
      'q-open@in-a identical',
      'q-open@in-b identical',
      'q-visits@in-a tentative',
    ]);
    expect(carried).toEqual(answers);
  });

  test('does not follow its question into or out of a repeated set', () => {
    const inside = givenVersion([given.set()]);
    const outside = givenVersion([given.yesNo({ id: 'q-open' }), givenSet([given.date()])]);
    const { graded } = migrateAnswers(planMigration(inside, outside), {
      'q-open@in-a': { kind: 'value', value: true },
      'no-such-id': { kind: 'value', value: true },
    });
    expect(graded.map(({ rules }) => rules)).toEqual([['otherPlace'], ['unknown']]);
  });
});

/** A version, what became of it in one and two rounds of edits, and answers to it, also such that do not fit. */
const arbitraryLine = arbitraryFrom((draw) => {
  const start = buildDraft(draw);
  const next = buildEdited(draw, start, 6);
  const last = buildEdited(draw, next, 6);
  return {
    ...{ one: contentOf(start), two: contentOf(next), three: contentOf(last) },
    answers: drawAnswers(draw, start.questionnaire, { faulty: true, emptySets: true }),
  };
});

const byAddress = (graded: readonly GradedAnswer[]) => new Map(graded.map((each) => [each.address, each]));

describe('migrating', () => {
  test('to the same version leaves every answer as it is', () => {
    fc.assert(
      fc.property(arbitraryLine, ({ one, answers }) => {
        const migrated = migrateAnswers(planMigration(one, structuredClone(one)), answers);
        expect(migrated.answers).toEqual(answers);
        expect(migrated.graded.every(({ grade }) => grade === 'identical')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('tells of every answer once, carries what is not impossible, and loses no fault', () => {
    fc.assert(
      fc.property(arbitraryLine, ({ one, two, answers }) => {
        const plan = planMigration(one, two);
        const { answers: carried, graded } = migrateAnswers(plan, answers);
        expect(graded.map(({ address }) => address)).toEqual(Object.keys(answers));
        for (const each of graded) {
          expect(each.from).toEqual(answers[each.address]);
          expect(carried[each.address]).toEqual(each.to);
          expect(each.to === undefined).toBe(each.grade === 'impossible');
          const pair = plan.pairs.get(each.address.split('@')[0] ?? '');
          if (!each.to || !pair?.after) continue;
          const faults = answerFaults(pair.after, each.to);
          expect(each.faults ?? []).toEqual(faults);
          const wasSound = answerFaults(pair.before, each.from).length === 0;
          if (wasSound && isAtLeast('proximate', each)) expect(faults).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('there and back loses nothing that was graded identical', () => {
    fc.assert(
      fc.property(arbitraryLine, ({ one, two, answers }) => {
        const there = migrateAnswers(planMigration(one, two), answers);
        const back = byAddress(migrateAnswers(planMigration(two, one), there.answers).graded);
        for (const { address, grade, from } of there.graded) {
          if (grade !== 'identical') continue;
          expect(back.get(address)?.to).toEqual(from);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('through a version in between, as identical each time, is migrating at once', () => {
    fc.assert(
      fc.property(arbitraryLine, ({ one, two, three, answers }) => {
        const first = migrateAnswers(planMigration(one, two), answers);
        const second = byAddress(migrateAnswers(planMigration(two, three), first.answers).graded);
        const atOnce = byAddress(migrateAnswers(planMigration(one, three), answers).graded);
        for (const { address, grade, to } of first.graded) {
          const then = second.get(address);
          if (grade === 'identical' && then?.grade === 'identical')
            expect(atOnce.get(address)).toMatchObject({ grade: 'identical', to });
        }
      }),
      { numRuns: 100 },
    );
  });
});

function isAtLeast(grade: MigrationGrade, graded: GradedAnswer): boolean {
  const grades = MigrationGrade.options;
  return grades.indexOf(graded.grade) <= grades.indexOf(grade);
}
