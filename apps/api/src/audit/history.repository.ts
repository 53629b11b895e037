import { Injectable } from '@nestjs/common';
import { type EntityTarget, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { Reads } from '../database/reads.js';
import { AuditEntryRow } from './audit-entry.entity.js';
import type { StoredEntry } from './audit.repository.js';

/** Where a page begins: everything before this entry. */
export interface PageStart {
  readonly id: string;
  readonly at: string;
  readonly sequence: number;
}

/** Which part of the history. */
export interface HistoryFilter {
  /** Only the stream of this assessment; absent: every stream. */
  readonly assessmentId?: string | undefined;
  readonly questionId?: string | undefined;
  readonly before?: PageStart | undefined;
  readonly limit: number;
}

/** Asks the chains for what happened, newest first. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly reads: Reads) {}

  /** One page, newest first: within a stream by sequence, over all streams by time. */
  async page(filter: HistoryFilter): Promise<readonly StoredEntry[]> {
    const entries = this.#select(AuditEntryRow, filter).andWhere('entry.streamKind IN (:...kinds)', {
      kinds: filter.assessmentId === undefined ? ['assessment', 'administration'] : ['assessment'],
    });
    if (filter.assessmentId !== undefined)
      entries.andWhere('entry.streamId = :stream', { stream: filter.assessmentId });
    const events = this.#select(AnswerEventRow, filter);
    if (filter.assessmentId !== undefined)
      events.andWhere('entry.assessmentId = :stream', { stream: filter.assessmentId });
    const stored: StoredEntry[] = [
      ...(await entries.getMany()).map((row) => ({ table: 'audit_entry' as const, row })),
      ...(await events.getMany()).map((row) => ({ table: 'answer_event' as const, row })),
    ];
    const newer = filter.assessmentId === undefined ? newerInTime : newerInStream;
    return stored.sort(newer).slice(0, filter.limit);
  }

  /** Where an entry stands; undefined when there is none of that id, or it is of another assessment. */
  async place(id: string, assessmentId: string | undefined): Promise<PageStart | undefined> {
    const manager = this.reads.manager();
    const event = await manager.findOneBy(AnswerEventRow, { id });
    const entry = event ? null : await manager.findOneBy(AuditEntryRow, { id });
    const row = event ?? entry;
    const stream = event?.assessmentId ?? entry?.streamId;
    if (!row || (assessmentId !== undefined && stream !== assessmentId)) return undefined;
    return { id, at: row.at, sequence: row.sequence };
  }

  /** When the last answer, finding or step of each assessment was; one in which nothing happened is left out. */
  async lastAt(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (assessmentIds.length === 0) return new Map();
    const manager = this.reads.manager();
    const answers = await manager
      .createQueryBuilder(AnswerEventRow, 'entry')
      .select('entry.assessmentId', 'id')
      .addSelect('MAX(entry.at)', 'at')
      .where({ assessmentId: In([...assessmentIds]) })
      .groupBy('entry.assessmentId')
      .getRawMany<LastAt>();
    const others = await manager
      .createQueryBuilder(AuditEntryRow, 'entry')
      .select('entry.streamId', 'id')
      .addSelect('MAX(entry.at)', 'at')
      .where({ streamKind: 'assessment', streamId: In([...assessmentIds]), action: In(ACTIVITY) })
      .groupBy('entry.streamId')
      .getRawMany<LastAt>();
    const last = new Map<string, string>();
    for (const { id, at } of [...answers, ...others]) if (at > (last.get(id) ?? '')) last.set(id, at);
    return last;
  }

  #select<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    filter: HistoryFilter,
  ): SelectQueryBuilder<Row> {
    const query = this.reads.manager().createQueryBuilder(entity, 'entry').where('1 = 1');
    const { before, questionId, assessmentId, limit } = filter;
    if (questionId !== undefined) query.andWhere('entry.questionId = :questionId', { questionId });
    if (assessmentId !== undefined) {
      if (before) query.andWhere('entry.sequence < :sequence', { sequence: before.sequence });
      return query.orderBy('entry.sequence', 'DESC').take(limit);
    }
    if (before)
      query.andWhere('(entry.at < :at OR (entry.at = :at AND entry.id < :id))', {
        at: before.at,
        id: before.id,
      });
    return query.orderBy('entry.at', 'DESC').addOrderBy('entry.id', 'DESC').take(limit);
  }
}

/** What counts as something that happened in an assessment, beside answers. */
const ACTIVITY = ['finding.recorded', 'finding.withdrawn', 'assessment.moved'] as const;

interface LastAt {
  readonly id: string;
  readonly at: string;
}

function newerInStream(a: StoredEntry, b: StoredEntry): number {
  return b.row.sequence - a.row.sequence;
}

function newerInTime(a: StoredEntry, b: StoredEntry): number {
  if (a.row.at !== b.row.at) return a.row.at < b.row.at ? 1 : -1;
  return a.row.id < b.row.id ? 1 : -1;
}
