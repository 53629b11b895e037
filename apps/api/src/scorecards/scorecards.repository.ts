import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ScorecardRow } from './scorecard.entity.js';

/** The table of stored scores. */
@Injectable()
export class ScorecardsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  findSome(assessmentIds: readonly string[]): Promise<ScorecardRow[]> {
    return this.reads.manager().findBy(ScorecardRow, { assessmentId: this.reads.oneOf(assessmentIds) });
  }

  async put(rows: readonly ScorecardRow[]): Promise<void> {
    for (const row of rows) await this.unit.manager().upsert(ScorecardRow, row, ['assessmentId', 'basis']);
  }
}
