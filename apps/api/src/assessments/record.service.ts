import { claimsOf } from '@kilim/contracts';
import { addressOf, type Address, type Answer, type Answers } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Memories } from '../memory/memories.service.js';
import type { Remembered } from '../memory/remembered.js';
import { AnswersRepository } from './answers.repository.js';
import { AssessmentsRepository } from './assessments.repository.js';
import type { AssessmentRow } from './assessment.entity.js';

/** What an assessment is pinned to. */
export type Pin = Pick<AssessmentRow, 'id' | 'cityId' | 'roundId' | 'versionId' | 'versionHash'>;

/** An answer of the city as a finding sees it. */
export interface JudgedAnswer {
  readonly eventId: string;
  readonly answer: Answer | null;
}

/** What is on record of an assessment: for scores, findings and evidence, which stand beside the answers. */
@Injectable()
export class AssessmentRecord {
  readonly #versions: Remembered<string>;

  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    memories: Memories,
  ) {
    this.#versions = memories.of('assessment');
  }

  /** Every assessment there is, for operators' commands. */
  ids(): Promise<readonly string[]> {
    return this.assessments.findIds();
  }

  /** The caller knows that the assessment exists. */
  async pin(assessmentId: string): Promise<Pin> {
    const row = await this.assessments.find(assessmentId);
    if (!row) throw new Error(`There is no assessment ${assessmentId}, though somebody was let in.`);
    return row;
  }

  /**
   * The version that an assessment was pinned to a moment ago; undefined when there is no such assessment. Whoever
   * depends on it looks again when the assessment is held, and when it is another one, calls `forgetVersion`.
   */
  versionOf(assessmentId: string): Promise<string | undefined> {
    return this.#versions.get(
      assessmentId,
      async () => (await this.assessments.find(assessmentId))?.versionId,
    );
  }

  forgetVersion(assessmentId: string): void {
    this.#versions.forget(assessmentId);
  }

  /** The city's answers, as the engine takes them; cleared ones are left out. */
  async claims(assessmentId: string): Promise<Answers> {
    return claimsOf(await this.answers.findCurrent(assessmentId));
  }

  /** Where the city says how good its figures are. */
  async withQuality(assessmentId: string): Promise<ReadonlySet<Address>> {
    const rows = await this.answers.findCurrent(assessmentId);
    return new Set(
      rows.flatMap(({ questionId, instanceId, quality }) =>
        quality === null ? [] : addressOf(questionId, instanceId),
      ),
    );
  }

  /** The event behind one answer as it stands; undefined for a question that was never answered. */
  async judged(
    assessmentId: string,
    questionId: string,
    instanceId: string,
  ): Promise<JudgedAnswer | undefined> {
    const row = await this.answers.findOne(assessmentId, questionId, instanceId);
    return row ? { eventId: row.eventId, answer: row.answer } : undefined;
  }

  /** The event behind each answer that stands, by address. */
  async judgeable(assessmentId: string): Promise<ReadonlyMap<Address, JudgedAnswer>> {
    const rows = await this.answers.findCurrent(assessmentId);
    return new Map(
      rows.map(({ questionId, instanceId, eventId, answer }) => [
        addressOf(questionId, instanceId),
        { eventId, answer },
      ]),
    );
  }
}
