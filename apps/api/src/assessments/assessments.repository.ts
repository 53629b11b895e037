import type { AssessmentState } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import { lockRow } from '../database/lock-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AssessmentRow } from './assessment.entity.js';

/** The table of assessments. */
@Injectable()
export class AssessmentsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  find(id: string): Promise<AssessmentRow | null> {
    return this.reads.manager().findOneBy(AssessmentRow, { id });
  }

  findSome(ids: readonly string[]): Promise<AssessmentRow[]> {
    return this.reads
      .manager()
      .find(AssessmentRow, { where: { id: this.reads.oneOf(ids) }, order: { id: 'ASC' } });
  }

  findOfRound(roundId: string): Promise<AssessmentRow[]> {
    return this.reads.manager().find(AssessmentRow, { where: { roundId }, order: { id: 'ASC' } });
  }

  findOfCity(cityId: string): Promise<AssessmentRow[]> {
    return this.reads.manager().find(AssessmentRow, { where: { cityId }, order: { id: 'ASC' } });
  }

  findOfVersions(versionIds: readonly string[]): Promise<AssessmentRow[]> {
    return this.reads
      .manager()
      .find(AssessmentRow, { where: { versionId: In([...versionIds]) }, order: { id: 'ASC' } });
  }

  /** All there are, in the order in which they were made. */
  async findIds(): Promise<readonly string[]> {
    const rows = await this.reads
      .manager()
      .find(AssessmentRow, { select: { id: true }, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  /**
   * Reads an assessment inside a unit and keeps everybody else from changing anything of it until the unit is over.
   * On SQLite a unit is alone anyway.
   */
  lock(id: string): Promise<AssessmentRow | null> {
    return lockRow(this.unit.manager(), AssessmentRow, id);
  }

  async add(row: AssessmentRow): Promise<void> {
    await this.unit.manager().insert(AssessmentRow, row);
  }

  /**
   * Moves an assessment that is still at that revision; answers whether it was.
   *
   * @param openQuestions what the city may change in the new state, where that is not everything
   */
  async move(
    { id, revision }: Pick<AssessmentRow, 'id' | 'revision'>,
    state: AssessmentState,
    openQuestions: readonly string[] | null = null,
  ): Promise<boolean> {
    const moved = { state, stateSince: this.unit.now(), openQuestions, revision: revision + 1 };
    return this.#change({ id, revision }, moved);
  }

  /** Changes what the city may change, without a step. */
  async putOpenQuestions(
    { id, revision }: Pick<AssessmentRow, 'id' | 'revision'>,
    openQuestions: readonly string[],
  ): Promise<boolean> {
    return this.#change({ id, revision }, { openQuestions, revision: revision + 1 });
  }

  async #change(
    at: Pick<AssessmentRow, 'id' | 'revision'>,
    changed: QueryDeepPartialEntity<AssessmentRow>,
  ): Promise<boolean> {
    return (await this.unit.manager().update(AssessmentRow, at, changed)).affected === 1;
  }
}
