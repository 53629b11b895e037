import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FindingRow } from './finding.entity.js';

/** The table of findings; append-only. */
@Injectable()
export class FindingsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** All findings of an assessment, oldest first. */
  findAll(assessmentId: string): Promise<FindingRow[]> {
    return this.reads.manager().find(FindingRow, { where: { assessmentId }, order: { sequence: 'ASC' } });
  }

  /** The place of the next finding of an assessment. */
  async nextSequence(assessmentId: string): Promise<number> {
    return ((await this.reads.manager().maximum(FindingRow, 'sequence', { assessmentId })) ?? 0) + 1;
  }

  async add(row: FindingRow): Promise<void> {
    await this.unit.manager().insert(FindingRow, { ...row, evidenceIds: [...row.evidenceIds] });
  }
}
