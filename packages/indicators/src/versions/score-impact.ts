import * as z from 'zod';
import type { Answers } from '../answers/answer.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { Id } from '../definition/identity.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { layColumns, type ScoreOptions } from '../scoring/columns.js';
import { Score } from '../scoring/score.js';
import { areaScores } from './area-scores.js';
import { gatherUnits } from './change-units.js';
import { diffVersions } from './diff-versions.js';
import { carryAnswers } from './migrate-answers.js';
import { Mixing } from './mixed-version.js';
import { planMigration, type MigrationPlan } from './plan-migration.js';
import { mayMoveScores } from './score-relevance.js';
import type { VersionDocuments } from './version-documents.js';

/** Differences of scores below this are float noise (decision 8). */
const NOISE = 1e-12;

/** Changes that are made together or not at all, by their keys. */
export const ImpactUnit = z
  .strictObject({
    changes: z.array(z.string()).readonly(),
    /** False: the older version with these alone would go in circles, or could not be made; their effect is in `together`. */
    isAlone: z.boolean(),
  })
  .meta({ id: 'ImpactUnit' });
export type ImpactUnit = z.infer<typeof ImpactUnit>;

/** What the change of version does to one score of one assessment. */
export const AreaImpact = z
  .strictObject({
    area: Id,
    /** By the older and by the newer version; absent where that has no such area. */
    before: Score.optional(),
    after: Score.optional(),
    /** after − before, where both are scored. */
    difference: z.number().optional(),
    /**
     * What each unit of changes would do to this score if it alone were made to the older version; units that do nothing
     * are left out. Together with `together`, what they do only in company, they add up to the difference.
     */
    because: z
      .array(
        z.strictObject({
          /** Which of the impact's units, from 0. */
          unit: z.int(),
          effect: z.number(),
        }),
      )
      .readonly(),
    together: z.number(),
  })
  .meta({ id: 'AreaImpact' });
export type AreaImpact = z.infer<typeof AreaImpact>;

/** A score that there is in either version, by its codes. */
export const ImpactArea = z
  .strictObject({
    area: Id,
    kind: z.enum(['indicator', 'composite', 'index']),
    codeBefore: z.string().optional(),
    codeAfter: z.string().optional(),
  })
  .meta({ id: 'ImpactArea' });
export type ImpactArea = z.infer<typeof ImpactArea>;

/** What the answers of one assessment are, on whatever basis they are to be scored. */
export interface StoredAssessment {
  readonly claims: Answers;
  readonly options: ScoreOptions;
}

/** A change of version, ready to be tried on assessments. */
export interface ScoreImpact {
  /** All changes that may move a score, in groups that can be made on their own. */
  readonly units: readonly ImpactUnit[];
  /** The indices, composites and indicators of the newer version; then what only the older has. */
  readonly areas: readonly ImpactArea[];
  /** How the answers get from one version to the other. */
  readonly plan: MigrationPlan;
  /**
   * The scores of an assessment of the older version by both versions: all indices, and what else moved.
   */
  of(assessment: StoredAssessment): readonly AreaImpact[];
}

/**
 * Works out what a change of version does to scores. For versions without errors. Answers are carried over by
 * {@link planMigration}, those that count: see {@link countingAnswers}.
 */
export function scoreImpact(before: VersionDocuments, after: VersionDocuments): ScoreImpact {
  const plan = planMigration(before, after);
  const [older, newer] = [before, after].map(({ questionnaire }) => compileQuestionnaire(questionnaire)) as [
    CompiledQuestionnaire,
    CompiledQuestionnaire,
  ];
  const units = unitsOf(before, after);
  const areas = areasOf(before.questionnaire, after.questionnaire);
  return {
    units: units.map(({ changes, mixed }) => ({ changes, isAlone: mixed !== undefined })),
    ...{ areas, plan },
    of: (assessment) => {
      const answers = countingAnswers(assessment);
      const was = areaScores(older, answers);
      const is = areaScores(newer, carryAnswers(plan, answers));
      const moved = areas.filter(({ area }) => hasMoved(was.get(area), is.get(area)));
      const mixed =
        moved.length === 0
          ? []
          : units.map(
              ({ mixed: each }) => each && areaScores(each.compiled, carryAnswers(each.plan, answers)),
            );
      return areas
        .filter((area) => area.kind === 'index' || moved.includes(area))
        .map(({ area }) => impactOn(area, was, is, mixed));
    },
  };
}

/** Tries a change of version on many assessments, one at a time, whatever number there are. */
export function* replayImpact<Assessment extends StoredAssessment>(
  impact: ScoreImpact,
  assessments: Iterable<Assessment>,
): Generator<{ readonly assessment: Assessment; readonly areas: readonly AreaImpact[] }> {
  for (const assessment of assessments) yield { assessment, areas: impact.of(assessment) };
}

interface Unit {
  readonly changes: readonly string[];
  /** The older version with these changes alone, and how answers get there. */
  readonly mixed?: { readonly compiled: CompiledQuestionnaire; readonly plan: MigrationPlan };
}

type Scores = ReadonlyMap<Id, Score>;

function unitsOf(before: VersionDocuments, after: VersionDocuments): readonly Unit[] {
  const changes = diffVersions(before, after).filter(mayMoveScores);
  const mixing = new Mixing(before.questionnaire, after.questionnaire);
  return gatherUnits(changes, before.questionnaire, after.questionnaire).map((unit) => {
    const compiled = mixing.with(unit);
    const keys = unit.map(({ key }) => key);
    if (!compiled) return { changes: keys };
    const plan = planMigration(before, { ...before, questionnaire: compiled.questionnaire });
    return { changes: keys, mixed: { compiled, plan } };
  });
}

/**
 * The answers of an assessment that count, whatever column they come from. Carried over, they leave a question unanswered
 * whose finding does not fit, rather than fall back on the claim that was judged.
 */
export function countingAnswers({ claims, options }: StoredAssessment): Answers {
  const laid = [...layColumns(claims, options)];
  return Object.fromEntries(laid.map(([address, { answer }]) => [address, answer]));
}

function areasOf(before: Questionnaire, after: Questionnaire): readonly ImpactArea[] {
  const listed = ({ indices, composites, indicators }: Questionnaire) => [
    ...indices.map(({ id, code }) => ({ area: id, code, kind: 'index' as const })),
    ...composites.map(({ id, code }) => ({ area: id, code, kind: 'composite' as const })),
    ...indicators.map(({ id, code }) => ({ area: id, code, kind: 'indicator' as const })),
  ];
  const [old, now] = [listed(before), listed(after)];
  const formerly = new Map(old.map(({ area, code }) => [area, code]));
  const known = new Set(now.map(({ area }) => area));
  return [
    ...now.map(({ area, kind, code }) => {
      const codeBefore = formerly.get(area);
      return { area, kind, ...(codeBefore !== undefined && { codeBefore }), codeAfter: code };
    }),
    ...old
      .filter(({ area }) => !known.has(area))
      .map(({ area, kind, code }) => ({ area, kind, codeBefore: code })),
  ];
}

function hasMoved(before: Score | undefined, after: Score | undefined): boolean {
  const difference = differenceOf(before, after);
  return difference === undefined ? before?.kind !== after?.kind : Math.abs(difference) > NOISE;
}

function differenceOf(before: Score | undefined, after: Score | undefined): number | undefined {
  return before?.kind === 'scored' && after?.kind === 'scored' ? after.value - before.value : undefined;
}

function impactOn(area: Id, was: Scores, is: Scores, mixed: readonly (Scores | undefined)[]): AreaImpact {
  const [before, after] = [was.get(area), is.get(area)];
  const scores = { area, ...(before && { before }), ...(after && { after }) };
  const difference = differenceOf(before, after);
  if (difference === undefined) return { ...scores, because: [], together: 0 };
  const because = mixed.flatMap((each, unit) => {
    const effect = differenceOf(before, each?.get(area)) ?? 0;
    return Math.abs(effect) > NOISE ? [{ unit, effect }] : [];
  });
  const together = difference - because.reduce((sum, { effect }) => sum + effect, 0);
  return { ...scores, difference, because, together: Math.abs(together) > NOISE ? together : 0 };
}
