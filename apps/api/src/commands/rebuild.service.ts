import { isDeepStrictEqual } from 'node:util';
import type { Question } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AnswerProjection } from '../assessments/answer-projection.service.js';
import { AssessmentRecord } from '../assessments/record.service.js';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';

/** A stored row that differs from what the events give: missing, altered, or one too many. */
export interface Difference {
  readonly assessmentId: string;
  readonly table: 'current_answer' | 'scorecard';
  /** The question, with its instance where it is in a repeated set; or the basis. */
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
    private readonly chain: Chain,
    private readonly unit: UnitOfWork,
  ) {}

  /** Every difference, by assessment; nothing is changed. Others may go on saving. */
  async compare(): Promise<readonly Difference[]> {
    const differences: Difference[] = [];
    for (const assessmentId of await this.record.ids()) {
      const questions = await this.#questions(assessmentId);
      const answers = await lasting(() => this.projection.differing(assessmentId, questions));
      differences.push(...answers.map((key) => ({ assessmentId, table: 'current_answer' as const, key })));
      const bases = await lasting(() => this.scorecards.differing(assessmentId));
      differences.push(...bases.map((key) => ({ assessmentId, table: 'scorecard' as const, key })));
    }
    return differences;
  }

  /** Makes one assessment's projections what its records give. */
  async mend(assessmentId: string): Promise<void> {
    const questions = await this.#questions(assessmentId);
    await this.unit.write({ untraced: 'projection.rebuild' }, async () => {
      // What is saved between reading the events and storing what they give would be undone.
      await this.chain.hold({ kind: 'assessment', id: assessmentId });
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

/**
 * What differs, and differs a second time while the same is stored: records and projections are read one after the
 * other, and what is saved in between looks like a difference. Who saves stores both, so nobody saved where the same is
 * still stored.
 */
async function lasting(differing: () => Promise<ReadonlyMap<string, unknown>>): Promise<readonly string[]> {
  const first = await differing();
  if (first.size === 0) return [];
  const second = await differing();
  return [...first.keys()].filter(
    (key) => second.has(key) && isDeepStrictEqual(first.get(key), second.get(key)),
  );
}
