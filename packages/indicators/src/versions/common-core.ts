import * as z from 'zod';
import type { CompiledMean, CompiledQuestion, CompiledQuestionnaire } from '../definition/compiled.js';
import { Id } from '../definition/identity.js';
import { gradeOf, MigrationGrade } from './migration-rule.js';
import { planMigration } from './plan-migration.js';
import { samePoints } from './same-points.js';
import type { VersionDocuments } from './version-documents.js';

/** Why a scored question of either version is not in the common core. */
export const LeftOutReason = z
  .enum(['onlyBefore', 'onlyAfter', 'notScoredInBoth', 'notComparable', 'otherPoints'])
  .meta({ id: 'LeftOutReason' });
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** What two versions measure alike. */
export const CommonCore = z
  .strictObject({
    /** The questions that both score, that ask the same (identical or compatible), and whose answers are worth the same. */
    questions: z
      .array(
        z.strictObject({
          question: Id,
          codeBefore: z.string(),
          codeAfter: z.string(),
          grade: MigrationGrade,
        }),
      )
      .readonly(),
    /** All other scored questions, and why. */
    leftOut: z.array(z.strictObject({ question: Id, code: z.string(), why: LeftOutReason })).readonly(),
    /** Of the areas of the newer version, what share of the points attainable in each version the core holds, 0 to 1. */
    areas: z
      .array(
        z.strictObject({
          area: Id,
          code: z.string(),
          /** Absent where the older version has no such area. */
          shareBefore: z.number().optional(),
          shareAfter: z.number(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'CommonCore' });
export type CommonCore = z.infer<typeof CommonCore>;

/** A version with its texts, and made ready for use. */
export interface ComparedVersion {
  readonly documents: VersionDocuments;
  readonly compiled: CompiledQuestionnaire;
}

/** Finds what two versions measure alike. For versions without errors. */
export function commonCore(before: ComparedVersion, after: ComparedVersion): CommonCore {
  const plan = planMigration(before.documents, after.documents);
  const questions: CommonCore['questions'][number][] = [];
  const leftOut: CommonCore['leftOut'][number][] = [];
  for (const old of scoredIn(before.compiled)) {
    const { id, code } = old.question;
    const now = after.compiled.byId.get(id);
    // What is calculated has no answers to carry over: it asks the same when it is calculated alike.
    const grade =
      old.question.kind === 'computed' ? gradeOfFormula(old, now) : gradeOf(plan.pairs.get(id)?.always ?? []);
    const why = whyLeftOut(old, now, grade);
    if (why !== undefined) leftOut.push({ question: id, code, why });
    else questions.push({ question: id, codeBefore: code, codeAfter: now?.question.code ?? code, grade });
  }
  for (const { question } of scoredIn(after.compiled)) {
    const old = before.compiled.byId.get(question.id);
    if (old?.scoring) continue;
    leftOut.push({ question: question.id, code: question.code, why: old ? 'notScoredInBoth' : 'onlyAfter' });
  }
  const core = new Set(questions.map(({ question }) => question));
  return { questions, leftOut, areas: sharesOf(before.compiled, after.compiled, core) };
}

function scoredIn({ questions }: CompiledQuestionnaire): readonly CompiledQuestion[] {
  return questions.filter(({ scoring }) => scoring !== undefined);
}

function gradeOfFormula(
  { question: old }: CompiledQuestion,
  now: CompiledQuestion | undefined,
): MigrationGrade {
  if (old.kind !== 'computed' || now?.question.kind !== 'computed') return 'impossible';
  const [one, other] = [old, now.question].map(({ formula, decimals }) =>
    JSON.stringify([formula, decimals]),
  );
  return one === other ? 'identical' : 'impossible';
}

function whyLeftOut(
  old: CompiledQuestion,
  now: CompiledQuestion | undefined,
  grade: MigrationGrade,
): LeftOutReason | undefined {
  if (!now) return 'onlyBefore';
  if (!old.scoring || !now.scoring) return 'notScoredInBoth';
  if (grade !== 'identical' && grade !== 'compatible') return 'notComparable';
  return samePoints(old.scoring, now.scoring) ? undefined : 'otherPoints';
}

function sharesOf(
  before: CompiledQuestionnaire,
  after: CompiledQuestionnaire,
  core: ReadonlySet<Id>,
): CommonCore['areas'] {
  const [old, now] = [before, after].map((each) => shares(each, core));
  const areas = [...after.questionnaire.indices, ...after.questionnaire.composites, ...after.indicators];
  return areas.map(({ id, code }) => {
    const shareBefore = old?.get(id);
    return {
      area: id,
      code,
      ...(shareBefore !== undefined && { shareBefore }),
      shareAfter: now?.get(id) ?? 0,
    };
  });
}

/** What share of the attainable points of each area the core holds; a question of a repeated set counts once. */
function shares(compiled: CompiledQuestionnaire, core: ReadonlySet<Id>): ReadonlyMap<Id, number> {
  const found = new Map<Id, number>();
  for (const { id, questions } of compiled.indicators) {
    const inCore = questions.filter(({ question }) => core.has(question.id));
    found.set(id, quotient(weightOf(inCore), weightOf(questions)));
  }
  for (const { id, members } of [...compiled.composites, ...compiled.indices])
    found.set(id, shareOfMean(members, found));
  return found;
}

function shareOfMean(members: CompiledMean['members'], found: ReadonlyMap<Id, number>): number {
  const inCore = members.reduce((sum, { of, weight }) => sum + (found.get(of) ?? 0) * weight, 0);
  return quotient(
    inCore,
    members.reduce((sum, { weight }) => sum + weight, 0),
  );
}

function weightOf(questions: readonly CompiledQuestion[]): number {
  return questions.reduce((sum, { scoring }) => sum + (scoring ? scoring.attainable * scoring.weight : 0), 0);
}

function quotient(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
