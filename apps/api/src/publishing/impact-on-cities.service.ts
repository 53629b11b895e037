import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImpactRow } from '@kilim/contracts';
import { checkQuestionnaire, compileQuestionnaire, type DraftContent } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';

/** What a draft does to the scores of cities that have answered. */
@Injectable()
export class ImpactOnCities {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly questionnaires: QuestionnairesService,
    private readonly scorecards: ScorecardsService,
  ) {}

  /**
   * Scores every stored assessment of a line by a published version and by a draft, from the same answers and findings:
   * what both ask under the same id counts in both.
   *
   * @returns a row for each index of the draft and each assessment; undefined when the draft can score nothing
   */
  async of(
    againstId: string,
    draft: DraftContent,
    line: readonly string[],
  ): Promise<readonly ImpactRow[] | undefined> {
    const check = checkQuestionnaire(draft.questionnaire, draft.source);
    if (!check.ok) return undefined;
    const after = compileQuestionnaire(check.questionnaire);
    const { compiled: before } = await this.questionnaires.version(againstId);
    const rows: ImpactRow[] = [];
    for (const assessment of await this.assessments.ofVersions(line)) {
      const indices = await this.scorecards.indicesBy(assessment.id, [before, after]);
      for (const { id, code } of check.questionnaire.indices) {
        const [was, is] = indices.map((each) => each.get(id));
        rows.push({
          ...{ assessmentId: assessment.id, city: assessment.city.name, round: assessment.round.name },
          ...{ index: id, code, ...(was !== undefined && { before: was }) },
          ...(is !== undefined && { after: is }),
        });
      }
      // Others are to be answered in between.
      await nextTurn();
    }
    return rows;
  }
}
