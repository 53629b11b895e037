import type { Progress } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ScorecardRow } from './scorecard.entity.js';

/** The progress that a stored scorecard holds. */
export interface StoredTotal extends Pick<ScorecardRow, 'assessmentId' | 'sequence' | 'engineVersion'> {
  readonly total: Progress;
}

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

  /** How far the cities have come, and what tells whether that is up to date; without any scores. */
  async findTotals(assessmentIds: readonly string[]): Promise<readonly StoredTotal[]> {
    const rows = await this.reads
      .manager()
      .createQueryBuilder(ScorecardRow, 'card')
      .select('card.assessmentId', 'assessmentId')
      .addSelect('card.sequence', 'sequence')
      .addSelect('card.engineVersion', 'engineVersion')
      .addSelect(this.reads.memberOf('card.numbers', 'total'), 'total')
      .where({ assessmentId: this.reads.oneOf(assessmentIds), basis: 'claimed' })
      .getRawMany<Omit<StoredTotal, 'total'> & { readonly total: string }>();
    return rows.map((row) => ({ ...row, total: JSON.parse(row.total) as Progress }));
  }

  async put(rows: readonly ScorecardRow[]): Promise<void> {
    for (const row of rows) await this.unit.manager().upsert(ScorecardRow, row, ['assessmentId', 'basis']);
  }
}
