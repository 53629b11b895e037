import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CityImpact, ImpactOnCities as Impact, MigrationCounts } from '@kilim/contracts';
import {
  carryAnswers,
  checkQuestionnaire,
  migrateAnswers,
  planMigration,
  scoreImpact,
  type GradedAnswer,
  type MigrationPlan,
  type VersionDocuments,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';

/** What a draft does to cities that have answered. */
@Injectable()
export class ImpactOnCities {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly questionnaires: QuestionnairesService,
    private readonly scorecards: ScorecardsService,
  ) {}

  /**
   * Scores every stored assessment of a line by a published version and by a draft, from the answers and findings carried
   * over to each.
   *
   * @returns undefined when the draft can score nothing
   */
  async of(
    against: VersionDocuments,
    draft: VersionDocuments,
    line: readonly string[],
  ): Promise<Impact | undefined> {
    if (!checkQuestionnaire(draft.questionnaire, draft.source).ok) return undefined;
    const impact = scoreImpact(against, draft);
    const plans = new Map<string, { readonly toAgainst: MigrationPlan; readonly toDraft: MigrationPlan }>();
    const cities: CityImpact[] = [];
    for (const { id, versionId, city, round } of await this.assessments.ofVersions(line)) {
      const own = plans.get(versionId) ?? (await this.#plans(versionId, against, draft));
      plans.set(versionId, own);
      const { claims, counting } = await this.scorecards.answers(id);
      const answers = carryAnswers(own.toAgainst, counting);
      cities.push({
        ...{ assessmentId: id, city: city.name, round: round.name },
        areas: impact.of({ claims: answers, options: { basis: 'claimed' } }),
        answers: countGrades(migrateAnswers(own.toDraft, claims).graded),
      });
      // Others are to be answered in between.
      await nextTurn();
    }
    return { units: impact.units, areas: impact.areas, cities };
  }

  async #plans(versionId: string, against: VersionDocuments, draft: VersionDocuments) {
    const answered = await this.questionnaires.read(versionId);
    return { toAgainst: planMigration(answered, against), toDraft: planMigration(answered, draft) };
  }
}

function countGrades(graded: readonly GradedAnswer[]): MigrationCounts {
  const counts = { identical: 0, compatible: 0, proximate: 0, tentative: 0, impossible: 0 };
  for (const { grade } of graded) counts[grade] += 1;
  return counts;
}
