import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AnswerEventRow } from './answer-event.entity.js';
import { CurrentAnswerRow } from './current-answer.entity.js';

/** The tables of answers: their events, which the answer writer stores, and how they stand. */
@Injectable()
export class AnswersRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Every answer of an assessment as it stands, by question. */
  findCurrent(assessmentId: string): Promise<CurrentAnswerRow[]> {
    return this.reads.manager().find(CurrentAnswerRow, {
      where: { assessmentId },
      order: { questionId: 'ASC', instanceId: 'ASC' },
    });
  }

  findOne(assessmentId: string, questionId: string, instanceId: string): Promise<CurrentAnswerRow | null> {
    return this.reads.manager().findOneBy(CurrentAnswerRow, { assessmentId, questionId, instanceId });
  }

  /** Every event of an assessment, oldest first. */
  findAllEvents(assessmentId: string): Promise<AnswerEventRow[]> {
    return this.reads.manager().find(AnswerEventRow, { where: { assessmentId }, order: { sequence: 'ASC' } });
  }

  async put(row: CurrentAnswerRow): Promise<void> {
    await this.unit.manager().upsert(CurrentAnswerRow, row, ['assessmentId', 'questionId', 'instanceId']);
  }

  async removeAll(assessmentId: string): Promise<void> {
    await this.unit.manager().delete(CurrentAnswerRow, { assessmentId });
  }
}
