import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EvidenceFileRow } from './evidence-file.entity.js';

/** How much there is of an assessment's files. */
export interface FilesTaken {
  readonly count: number;
  readonly bytes: number;
}

/** The table of files. */
@Injectable()
export class FilesRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  find(assessmentId: string, id: string): Promise<EvidenceFileRow | null> {
    return this.reads.manager().findOneBy(EvidenceFileRow, { assessmentId, id });
  }

  /** The files of an assessment that belong to pieces of evidence. */
  findDescribed(assessmentId: string): Promise<EvidenceFileRow[]> {
    return this.reads.manager().findBy(EvidenceFileRow, { assessmentId, evidenceId: Not(IsNull()) });
  }

  /** All there are, for operators' commands. */
  findAll(): Promise<EvidenceFileRow[]> {
    return this.reads.manager().find(EvidenceFileRow, { order: { assessmentId: 'ASC', id: 'ASC' } });
  }

  /** Files that were sent before that moment and never described. */
  findForgotten(before: string): Promise<EvidenceFileRow[]> {
    return this.reads.manager().findBy(EvidenceFileRow, { evidenceId: IsNull(), sentAt: LessThan(before) });
  }

  /** Which of those keys belong to a file. */
  async findKnownKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.reads.manager().findBy(EvidenceFileRow, { storageKey: In([...keys]) });
    return new Set(rows.map(({ storageKey }) => storageKey));
  }

  async taken(assessmentId: string): Promise<FilesTaken> {
    const manager = this.reads.manager();
    const bytes = (await manager.sum(EvidenceFileRow, 'bytes', { assessmentId })) ?? 0;
    return { bytes: Number(bytes), count: await manager.countBy(EvidenceFileRow, { assessmentId }) };
  }

  async add(row: EvidenceFileRow): Promise<void> {
    await this.unit.manager().insert(EvidenceFileRow, row);
  }

  /** Gives a file that waits to a piece of evidence; answers whether there was one. */
  async give(assessmentId: string, id: string, evidenceId: string): Promise<boolean> {
    const waiting = { assessmentId, id, evidenceId: IsNull() };
    const { affected } = await this.unit.manager().update(EvidenceFileRow, waiting, { evidenceId });
    return affected === 1;
  }

  /** Removes a file that waits; answers whether there was one. */
  async removeWaiting(assessmentId: string, id: string): Promise<boolean> {
    const waiting = { assessmentId, id, evidenceId: IsNull() };
    return (await this.unit.manager().delete(EvidenceFileRow, waiting)).affected === 1;
  }
}
