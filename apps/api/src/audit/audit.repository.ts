import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { insertRow } from '../database/insert-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditEntryRow, type StreamKind } from './audit-entry.entity.js';
import { GENESIS } from './chain-hash.js';
import { CheckpointRow } from './checkpoint.entity.js';
import { PersonalContentRow } from './personal-content.entity.js';
import { StreamHeadRow } from './stream-head.entity.js';

/** An entry of a stream as it is stored, and what belongs to it. */
export type StoredEntry =
  | { readonly table: 'audit_entry'; readonly row: AuditEntryRow }
  | { readonly table: 'answer_event'; readonly row: AnswerEventRow };

/** The rows of the chains. */
@Injectable()
export class AuditRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /**
   * Takes the next place of a stream and keeps the stream's end locked until the unit is over.
   *
   * @returns the new sequence, and the hash of the entry before
   */
  async advanceHead(streamKind: StreamKind, streamId: string): Promise<{ sequence: number; hash: string }> {
    const manager = this.unit.manager();
    const place = { streamKind, streamId };
    // The update locks the row on both databases; a new stream has none yet.
    const { affected } = await manager.increment(StreamHeadRow, place, 'sequence', 1);
    if (affected === 0) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(StreamHeadRow)
        .values({ ...place, sequence: 0, hash: GENESIS })
        .orIgnore()
        .execute();
      await manager.increment(StreamHeadRow, place, 'sequence', 1);
    }
    return manager.findOneByOrFail(StreamHeadRow, place);
  }

  async setHeadHash(streamKind: StreamKind, streamId: string, hash: string): Promise<void> {
    await this.unit.manager().update(StreamHeadRow, { streamKind, streamId }, { hash });
  }

  async insertEntry(row: AuditEntryRow): Promise<void> {
    await insertRow(this.unit.manager(), AuditEntryRow, row);
  }

  async insertAnswerEvent(row: AnswerEventRow): Promise<void> {
    await insertRow(this.unit.manager(), AnswerEventRow, row);
  }

  async insertPersonalContent(row: PersonalContentRow): Promise<void> {
    await insertRow(this.unit.manager(), PersonalContentRow, row);
  }

  /** Every stream's end, in a fixed order. */
  async heads(): Promise<readonly StreamHeadRow[]> {
    return this.reads.manager().find(StreamHeadRow, { order: { streamKind: 'ASC', streamId: 'ASC' } });
  }

  /** At most `limit` entries of each table after a place, in order. */
  async entriesAfter(
    streamKind: StreamKind,
    streamId: string,
    sequence: number,
    limit: number,
  ): Promise<readonly StoredEntry[]> {
    const manager = this.reads.manager();
    const page = { order: { sequence: 'ASC' }, take: limit } as const;
    const after = MoreThan(sequence);
    const entries = await manager.find(AuditEntryRow, {
      where: { streamKind, streamId, sequence: after },
      ...page,
    });
    const events =
      streamKind === 'assessment'
        ? await manager.find(AnswerEventRow, { where: { assessmentId: streamId, sequence: after }, ...page })
        : [];
    const stored: StoredEntry[] = [
      ...entries.map((row) => ({ table: 'audit_entry' as const, row })),
      ...events.map((row) => ({ table: 'answer_event' as const, row })),
    ];
    return stored.sort((a, b) => a.row.sequence - b.row.sequence).slice(0, limit);
  }

  /** What belongs to rows, by their ids. */
  async personalContents(ownerIds: readonly string[]): Promise<ReadonlyMap<string, PersonalContentRow>> {
    if (ownerIds.length === 0) return new Map();
    const rows = await this.reads
      .manager()
      .createQueryBuilder(PersonalContentRow, 'content')
      .where('content.ownerId IN (:...ownerIds)', { ownerIds })
      .getMany();
    return new Map(rows.map((row) => [row.ownerId, row]));
  }

  async newestCheckpoint(): Promise<CheckpointRow | null> {
    const [newest] = await this.reads.manager().find(CheckpointRow, { order: { id: 'DESC' }, take: 1 });
    return newest ?? null;
  }

  /** Oldest first. */
  async checkpoints(): Promise<readonly CheckpointRow[]> {
    return this.reads.manager().find(CheckpointRow, { order: { id: 'ASC' } });
  }

  async insertCheckpoint(row: CheckpointRow): Promise<void> {
    await insertRow(this.unit.manager(), CheckpointRow, row);
  }
}
