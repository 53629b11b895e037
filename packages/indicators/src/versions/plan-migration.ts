import * as z from 'zod';
import { Id } from '../definition/identity.js';
import { placedQuestions, type PlacedQuestion } from '../definition/parts.js';
import type { Question } from '../definition/question.js';
import { conversionRule } from './convert-value.js';
import { offeredBy } from './fit-value.js';
import { gradeOf, MigrationGrade, MigrationRule } from './migration-rule.js';
import { Wordings } from './reworded.js';
import type { VersionDocuments } from './version-documents.js';

/** What becomes of the answers to one question. */
export const QuestionMigration = z
  .strictObject({
    question: Id,
    /** What it is called in the older and, while it is asked, in the newer version. */
    codeBefore: z.string(),
    codeAfter: z.string().optional(),
    /** The grade that an answer reaches at best; one that the rules fit less well is graded lower. */
    grade: MigrationGrade,
    rules: z.array(MigrationRule).readonly(),
  })
  .meta({ id: 'QuestionMigration' });
export type QuestionMigration = z.infer<typeof QuestionMigration>;

/** A question of the older version, what it is in the newer one, and what is to be said of all answers to it. */
export interface QuestionPair {
  readonly before: Question;
  /** Absent: it is not asked there, or elsewhere. */
  readonly after?: Question;
  readonly always: readonly MigrationRule[];
}

/** How answers get from one version to another. One serves all assessments. */
export interface MigrationPlan {
  /** In the order of the older version; what is calculated there has no answers. */
  readonly questions: readonly QuestionMigration[];
  readonly pairs: ReadonlyMap<Id, QuestionPair>;
}

/** Plans how answers to one version become answers to another, in either direction; by ids, see {@link MigrationRule}. */
export function planMigration(from: VersionDocuments, to: VersionDocuments): MigrationPlan {
  const wordings = new Wordings(from, to);
  const newer = new Map(placedQuestions(to.questionnaire).map((placed) => [placed.question.id, placed]));
  const answered = placedQuestions(from.questionnaire).filter(({ question }) => question.kind !== 'computed');
  const pairs = answered.map((placed) => pairOf(placed, newer.get(placed.question.id), wordings));
  return {
    questions: pairs.map((pair) => ({
      ...{ question: pair.before.id, codeBefore: pair.before.code },
      ...codeAfter(newer.get(pair.before.id)),
      ...{ grade: gradeOf(pair.always), rules: pair.always },
    })),
    pairs: new Map(pairs.map((pair) => [pair.before.id, pair])),
  };
}

function codeAfter(placed: PlacedQuestion | undefined): { readonly codeAfter?: string } {
  return placed ? { codeAfter: placed.question.code } : {};
}

function pairOf(from: PlacedQuestion, to: PlacedQuestion | undefined, wordings: Wordings): QuestionPair {
  const before = from.question;
  if (!to) return { before, always: ['removed'] };
  if (from.set?.id !== to.set?.id) return { before, always: ['otherPlace'] };
  const rules = rulesFor(before, to.question, wordings);
  return { before, after: to.question, always: rules.length === 0 ? ['same'] : rules };
}

function rulesFor(before: Question, after: Question, wordings: Wordings): readonly MigrationRule[] {
  const conversion = conversionRule(before, after);
  const [old, now] = [offeredBy(before), offeredBy(after)];
  const has = (one: ReadonlySet<Id>, other: ReadonlySet<Id>) => [...one].every((id) => other.has(id));
  const both = old.choices.size > 0 && now.choices.size > 0;
  return [
    ...(conversion ? [conversion] : []),
    ...(wordings.areOthers(before, after) ? (['reworded'] as const) : []),
    ...(hasOtherUnit(before, after) ? (['unitChanged'] as const) : []),
    ...(both && !(has(now.choices, old.choices) && has(now.rows, old.rows))
      ? (['choicesAdded'] as const)
      : []),
    ...(both && !(has(old.choices, now.choices) && has(old.rows, now.rows))
      ? (['choicesRemoved'] as const)
      : []),
    ...(!conversion && limitsOf(before) !== limitsOf(after) ? (['limitsChanged'] as const) : []),
  ];
}

function hasOtherUnit(before: Question, after: Question): boolean {
  return before.kind === 'number' && after.kind === 'number' && before.unit !== after.unit;
}

/** What an answer must keep to, beside the choices: equal texts for equal limits. */
function limitsOf(question: Question): string {
  switch (question.kind) {
    case 'multiple': {
      const alone = question.options.filter(({ exclusive }) => exclusive === true).map(({ id }) => id);
      return JSON.stringify([question.minimum, question.maximum, alone.sort()]);
    }
    case 'number':
    case 'share': {
      const range = question.kind === 'number' ? [question.minimum, question.maximum] : [];
      return JSON.stringify([range, question.decimals]);
    }
    case 'ranking':
      return JSON.stringify([question.ranked]);
    case 'file':
    case 'set':
      return JSON.stringify([question.minimum, question.maximum]);
    case 'text':
      return JSON.stringify([question.maxLength]);
    case 'yesNo':
    case 'single':
    case 'matrix':
    case 'date':
    case 'computed':
      return '';
  }
}
