import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ClarificationEventRow } from './clarification-event.entity.js';

/** The table of clarifications. */
@Injectable()
export class ClarificationsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Everything that was asked and answered in an assessment, in the order in which it happened. */
  findAll(assessmentId: string): Promise<ClarificationEventRow[]> {
    return this.reads
      .manager()
      .find(ClarificationEventRow, { where: { assessmentId }, order: { sequence: 'ASC' } });
  }

  /** The same of several assessments. */
  findOf(assessmentIds: readonly string[]): Promise<ClarificationEventRow[]> {
    return this.reads
      .manager()
      .find(ClarificationEventRow, { where: { assessmentId: In([...assessmentIds]) }, order: { id: 'ASC' } });
  }

  async add(row: ClarificationEventRow): Promise<void> {
    await this.unit.manager().insert(ClarificationEventRow, row);
  }
}
