import type { HistoryAction } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { insertRow } from '../database/insert-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditEntryRow, type StreamKind } from './audit-entry.entity.js';
import { GENESIS } from './chain-hash.js';
import { CheckpointRow } from './checkpoint.entity.js';
import type { Linked, StreamEnd } from './link.js';
import { PersonalContentRow } from './personal-content.entity.js';
import { StreamHeadRow } from './stream-head.entity.js';

/** An entry of a stream as it is stored, and what belongs to it. */
export type StoredEntry =
  | { readonly table: 'audit_entry'; readonly row: AuditEntryRow }
  | { readonly table: 'answer_event'; readonly row: AnswerEventRow };

/** An entry before it has found its place. */
type NewEntryRow = Omit<AuditEntryRow, 'sequence' | 'digest' | 'previousHash' | 'hash'>;

/** The rows of the chains. */
@Injectable()
export class AuditRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Where a stream ends, locked until the unit is over, so that places are given out once; a new one begins here. */
  async lockHead(streamKind: StreamKind, streamId: string): Promise<StreamEnd> {
    const manager = this.unit.manager();
    const place = { streamKind, streamId };
    // An update locks the row on both databases; a new stream has none yet.
    const { affected } = await manager.increment(StreamHeadRow, place, 'sequence', 0);
    if (affected === 0) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(StreamHeadRow)
        .values({ ...place, sequence: 0, hash: GENESIS })
        .orIgnore()
        .execute();
      await manager.increment(StreamHeadRow, place, 'sequence', 0);
    }
    return manager.findOneByOrFail(StreamHeadRow, place);
  }

  /** Stores an entry of a stream whose end is locked, with what was said, and moves the end to it. */
  async append({ row, content, end }: Linked<NewEntryRow>): Promise<void> {
    const manager = this.unit.manager();
    await insertRow(manager, AuditEntryRow, row);
    await insertRow(manager, PersonalContentRow, content);
    const { streamKind, streamId } = row;
    await manager.update(StreamHeadRow, { streamKind, streamId }, { sequence: end.sequence, hash: end.hash });
  }

  /** Where some streams end; those without an entry are left out. */
  async headsOf(streamKind: StreamKind, streamIds: readonly string[]): Promise<readonly StreamHeadRow[]> {
    return this.reads.manager().findBy(StreamHeadRow, { streamKind, streamId: this.reads.oneOf(streamIds) });
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

  /** The newest entry of one action in each stream that has one. */
  async newestEntries(
    streamKind: StreamKind,
    streamIds: readonly string[],
    action: HistoryAction,
  ): Promise<readonly AuditEntryRow[]> {
    if (streamIds.length === 0) return [];
    return this.reads
      .manager()
      .createQueryBuilder(AuditEntryRow, 'entry')
      .innerJoin(
        (newest) =>
          newest
            .select('each.streamId', 'stream')
            .addSelect('MAX(each.sequence)', 'place')
            .from(AuditEntryRow, 'each')
            .where({ streamKind, streamId: this.reads.oneOf(streamIds), action })
            .groupBy('each.streamId'),
        'newest',
        'newest.stream = entry.streamId AND newest.place = entry.sequence',
      )
      .where('entry.streamKind = :streamKind', { streamKind })
      .getMany();
  }

  /** The entries of one action in the stream of administration, by what they are about. */
  async administrationEntries(action: HistoryAction): Promise<ReadonlyMap<string, AuditEntryRow>> {
    const found = await this.reads
      .manager()
      .findBy(AuditEntryRow, { streamKind: 'administration', streamId: '', action });
    return new Map(found.flatMap((row) => (row.subjectId === null ? [] : [[row.subjectId, row] as const])));
  }

  /** What belongs to rows, by their ids. */
  async personalContents(ownerIds: readonly string[]): Promise<ReadonlyMap<string, PersonalContentRow>> {
    if (ownerIds.length === 0) return new Map();
    const rows = await this.reads
      .manager()
      .findBy(PersonalContentRow, { ownerId: this.reads.oneOf(ownerIds) });
    return new Map(rows.map((row) => [row.ownerId, row]));
  }

  async newestCheckpoint(): Promise<CheckpointRow | null> {
    const [newest] = await this.reads.manager().find(CheckpointRow, { order: { sequence: 'DESC' }, take: 1 });
    return newest ?? null;
  }

  /** At most `limit` checkpoints after a place, in order. */
  async checkpointsAfter(sequence: number, limit: number): Promise<readonly CheckpointRow[]> {
    return this.reads.manager().find(CheckpointRow, {
      where: { sequence: MoreThan(sequence) },
      order: { sequence: 'ASC' },
      take: limit,
    });
  }

  async insertCheckpoint(row: CheckpointRow): Promise<void> {
    await insertRow(this.unit.manager(), CheckpointRow, row);
  }
}
