import * as z from 'zod';
import { Address } from '../answers/address.js';
import { placeOf } from '../answers/place.js';
import { Answer, type Answers } from '../answers/answer.js';
import { Fault } from '../answers/fault.js';
import { answerFaults } from '../answers/validate-answer.js';
import type { Question } from '../definition/question.js';
import { convertValue, type Converted } from './convert-value.js';
import { fitValue, offeredBy } from './fit-value.js';
import { gradeOf, MigrationGrade, MigrationRule } from './migration-rule.js';
import type { MigrationPlan, QuestionPair } from './plan-migration.js';

/** An answer on its way from one version to another. */
export const GradedAnswer = z
  .strictObject({
    /** In both versions. */
    address: Address,
    grade: MigrationGrade,
    /** What was done with it and what is to be known about it; the worst of them is the grade. */
    rules: z.array(MigrationRule).readonly(),
    from: Answer,
    /** Absent: it cannot be carried over. */
    to: Answer.optional(),
    /** What is wrong with it in the newer version; it is kept and counts once it is mended. */
    faults: z.array(Fault).readonly().optional(),
  })
  .meta({ id: 'GradedAnswer' });
export type GradedAnswer = z.infer<typeof GradedAnswer>;

/** The answers to another version, and how well each fits. */
export interface MigratedAnswers {
  readonly answers: Answers;
  /** Every answer that was given, in the order given; also those that cannot be carried over. */
  readonly graded: readonly GradedAnswer[];
}

/**
 * Carries answers from one version to another. Nothing is made up and nothing is mended: a value that does not fit is
 * carried as it is, with what is wrong with it. Answers within repeated sets go instance by instance, also those of
 * instances that are not listed. Answers to questions that are not asked at present are carried like all others.
 */
export function migrateAnswers(plan: MigrationPlan, answers: Answers): MigratedAnswers {
  const graded = Object.entries(answers).map(([address, answer]) => migrateAnswer(plan, address, answer));
  const carried = graded.flatMap(({ address, to }) => (to ? [[address, to] as const] : []));
  return { answers: Object.fromEntries(carried), graded };
}

/** The answers to another version alone; what is not in a plan's changed questions is carried unlooked at. */
export function carryAnswers(plan: MigrationPlan, answers: Answers): Answers {
  const carried = Object.entries(answers).flatMap(([address, from]) => {
    const isSame = plan.pairs.get(placeOf(address).question)?.always.includes('same') === true;
    const to = isSame ? from : migrateAnswer(plan, address, from).to;
    return to ? [[address, to] as const] : [];
  });
  return Object.fromEntries(carried);
}

/** Carries one answer, of whatever column, from one version to another; see {@link migrateAnswers}. */
export function migrateAnswer(plan: MigrationPlan, address: Address, from: Answer): GradedAnswer {
  const pair = plan.pairs.get(placeOf(address).question);
  if (!pair) return { address, grade: 'impossible', rules: ['unknown'], from };
  if (!pair.after) return { address, grade: gradeOf(pair.always), rules: pair.always, from };
  const { value: to, rules } = carry(pair, pair.after, from);
  if (to === undefined) return { address, grade: 'impossible', rules, from };
  const faults = answerFaults(pair.after, to);
  const isNew = faults.length > 0 && !sameFaults(faults, answerFaults(pair.before, from));
  const all: readonly MigrationRule[] = isNew
    ? [...rules.filter((rule) => rule !== 'same'), 'toBeMended']
    : rules;
  return { address, grade: gradeOf(all), rules: all, from, to, ...(faults.length > 0 && { faults }) };
}

interface Carried {
  readonly value?: Answer;
  readonly rules: readonly MigrationRule[];
}

function carry({ before, always }: QuestionPair, after: Question, from: Answer): Carried {
  if (always.includes('same')) return { value: from, rules: always };
  if (from.kind === 'notApplicable') return carryAbsence(before, after, always);
  const converted = convertValue(before, after, from.value);
  if (converted.value === undefined) return { rules: converted.rules };
  const fitted: Converted = fitValue(offeredBy(before), offeredBy(after), converted.value);
  const own = [...converted.rules, ...fitted.rules];
  const rules = [...new Set([...own, ...always.filter((rule) => holdsOf(rule, own))])];
  return fitted.value === undefined ? { rules } : { value: { kind: 'value', value: fitted.value }, rules };
}

/** Of what is said of all answers: not what only this one's own rules can say, nor that it was spared what it was not. */
function holdsOf(rule: MigrationRule, own: readonly MigrationRule[]): boolean {
  if (rule === 'choicesRemoved') return !own.includes('choiceDropped') && !own.includes('choiceGone');
  return rule === 'reworded' || rule === 'choicesAdded' || rule === 'limitsChanged' || rule === 'unitChanged';
}

/** That a question does not apply can be said of every kind that somebody answers. */
function carryAbsence(before: Question, after: Question, always: readonly MigrationRule[]): Carried {
  if (after.kind === 'computed') return { rules: ['calculated'] };
  const rules: MigrationRule[] = [
    ...(before.kind === after.kind ? [] : (['kindChanged'] as const)),
    ...always.filter((rule) => rule === 'reworded'),
  ];
  return { value: { kind: 'notApplicable' }, rules: rules.length === 0 ? ['same'] : rules };
}

function sameFaults(one: readonly Fault[], other: readonly Fault[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
