import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { PersonalContentRow } from '../audit/personal-content.entity.js';
import { insertRow } from '../database/insert-row.js';
import { lockRow } from '../database/lock-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DraftSnapshotRow } from './draft-snapshot.entity.js';
import { DraftStepRow } from './draft-step.entity.js';
import { DraftRow } from './draft.entity.js';

/** The tables of drafts, their steps and snapshots. */
@Injectable()
export class DraftsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  find(id: string): Promise<DraftRow | null> {
    return this.reads.manager().findOneBy(DraftRow, { id });
  }

  /** The drafts of a programme, the last changed first. */
  findAll(programmeId: string): Promise<DraftRow[]> {
    return this.reads
      .manager()
      .find(DraftRow, { where: { programmeId }, order: { changedAt: 'DESC', id: 'DESC' } });
  }

  /**
   * Reads a draft inside a unit and keeps everybody else from changing it until the unit is over; null when there is
   * none. On SQLite a unit is alone anyway.
   */
  lock(id: string): Promise<DraftRow | null> {
    return lockRow(this.unit.manager(), DraftRow, id);
  }

  /** The newest snapshot that is not newer than a step. */
  async findSnapshot(draftId: string, revision: number): Promise<DraftSnapshotRow | null> {
    const [newest] = await this.reads.manager().find(DraftSnapshotRow, {
      where: { draftId, revision: LessThanOrEqual(revision) },
      order: { revision: 'DESC' },
      take: 1,
    });
    return newest ?? null;
  }

  /** Every draft, in the order in which they were begun. */
  async findIds(): Promise<readonly string[]> {
    const rows = await this.reads.manager().find(DraftRow, { select: { id: true }, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  /** Everything that was kept whole of a draft. */
  findSnapshots(draftId: string): Promise<DraftSnapshotRow[]> {
    return this.reads.manager().find(DraftSnapshotRow, { where: { draftId }, order: { revision: 'ASC' } });
  }

  /** The steps after one, in order. */
  findSteps(draftId: string, after: number, limit?: number): Promise<DraftStepRow[]> {
    return this.reads.manager().find(DraftStepRow, {
      where: { draftId, revision: MoreThan(after) },
      order: { revision: 'ASC' },
      ...(limit !== undefined && { take: limit }),
    });
  }

  /** The steps before one, the newest first, without what they changed. */
  findLines(draftId: string, before: number | undefined, limit: number): Promise<DraftStepRow[]> {
    return this.reads.manager().find(DraftStepRow, {
      select: { id: true, revision: true, kind: true, ofRevision: true, at: true, summary: true },
      where: { draftId, ...(before !== undefined && { revision: LessThan(before) }) },
      order: { revision: 'DESC' },
      take: limit,
    });
  }

  findStep(
    draftId: string,
    where: { changeId: string } | { revision: number },
  ): Promise<DraftStepRow | null> {
    return this.reads.manager().findOneBy(DraftStepRow, { draftId, ...where });
  }

  /** The last steps of one person, the newest first, without what they changed. */
  findOwn(
    draftId: string,
    actorId: string,
    limit: number,
  ): Promise<Pick<DraftStepRow, 'revision' | 'kind' | 'ofRevision'>[]> {
    return this.reads
      .manager()
      .createQueryBuilder(DraftStepRow, 'step')
      .innerJoin(PersonalContentRow, 'content', 'content.ownerId = step.id')
      .select(['step.id', 'step.revision', 'step.kind', 'step.ofRevision'])
      .where('step.draftId = :draftId AND content.actorId = :actorId', { draftId, actorId })
      .orderBy('step.revision', 'DESC')
      .take(limit)
      .getMany();
  }

  async add(row: DraftRow): Promise<void> {
    await insertRow(this.unit.manager(), DraftRow, row);
  }

  async update(id: string, changed: Partial<Omit<DraftRow, 'id'>>): Promise<void> {
    await this.unit.manager().update(DraftRow, { id }, changed);
  }

  async addStep(row: DraftStepRow): Promise<void> {
    await insertRow(this.unit.manager(), DraftStepRow, row);
  }

  async addSnapshot(row: DraftSnapshotRow): Promise<void> {
    await insertRow(this.unit.manager(), DraftSnapshotRow, row);
  }
}
