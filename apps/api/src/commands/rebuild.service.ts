import type { Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AnswerProjection } from '../assessments/answer-projection.service.js';
import { AssessmentRecord } from '../assessments/record.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';

/** A stored row that differs from what the events give: missing, altered, or one too many. */
export interface Difference {
  readonly assessmentId: string;
  readonly table: 'current_answer' | 'scorecard';
  /** The question, or the basis. */
  readonly key: string;
}

/** Works projections out again from the records: answers from their events, scores from answers and findings. */
@Injectable()
export class Rebuild {
  constructor(
    private readonly record: AssessmentRecord,
    private readonly projection: AnswerProjection,
    private readonly scorecards: ScorecardsService,
    private readonly questionnaires: QuestionnairesService,
    private readonly unit: UnitOfWork,
  ) {}

  /** Every difference, by assessment; nothing is changed. */
  async compare(): Promise<readonly Difference[]> {
    const differences: Difference[] = [];
    for (const assessmentId of await this.record.ids()) {
      const of = await this.projection.differing(assessmentId, await this.#questions(assessmentId));
      differences.push(...of.map((key) => ({ assessmentId, table: 'current_answer' as const, key })));
      const bases = await this.scorecards.differing(assessmentId);
      differences.push(...bases.map((key) => ({ assessmentId, table: 'scorecard' as const, key })));
    }
    return differences;
  }

  /** Makes one assessment's projections what its records give. */
  async mend(assessmentId: string): Promise<void> {
    const questions = await this.#questions(assessmentId);
    await this.unit.write({ untraced: 'projection.rebuild' }, async () => {
      await this.projection.rebuild(assessmentId, questions);
      await this.scorecards.refresh(assessmentId);
    });
  }

  async #questions(assessmentId: string): Promise<ReadonlyMap<string, Question>> {
    const { versionId } = await this.record.pin(assessmentId);
    const { compiled } = await this.questionnaires.version(versionId);
    return new Map(compiled.questions.map(({ question }) => [question.id, question]));
  }
}
