import type { HistoryAction } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { Reads } from '../database/reads.js';
import { AuditEntryRow } from './audit-entry.entity.js';
import type { StoredEntry } from './audit.repository.js';
import { PersonalContentRow } from './personal-content.entity.js';

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
  /** Only what happened in this instance of a repeated set; evidence is that of all its instances. */
  readonly instanceId?: string | undefined;
  /** Only the streams of these assessments; absent: every stream. */
  readonly among?: readonly string[] | undefined;
  /** Only what this account did. */
  readonly by?: string | undefined;
  /** Answers of these assessments only: those of that account can stand nowhere else. No index says whose they are. */
  readonly answeredIn?: readonly string[] | undefined;
  readonly action?: HistoryAction | undefined;
  /** From this moment on, up to and including that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words in what was typed or named. */
  readonly find?: string | undefined;
  readonly before?: PageStart | undefined;
  readonly limit: number;
}

/** Asks the chains for what happened, newest first. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * One page, newest first: within a stream by sequence; over all streams by time and, within one instant, by sequence,
   * since what is one unit of work happened at one time. (The ids of entries don't tell: some are made beforehand.)
   */
  async page(filter: HistoryFilter): Promise<readonly StoredEntry[]> {
    const stored: StoredEntry[] = [
      ...(await this.#entries(filter)).map((row) => ({ table: 'audit_entry' as const, row })),
      ...(await this.#events(filter)).map((row) => ({ table: 'answer_event' as const, row })),
    ];
    const newer = filter.assessmentId === undefined ? newerInTime : newerInStream;
    return stored.sort(newer).slice(0, filter.limit);
  }

  async #entries(filter: HistoryFilter): Promise<AuditEntryRow[]> {
    const { assessmentId, among, action, instanceId } = filter;
    if (action?.startsWith('answer.')) return [];
    const isOfAssessments = assessmentId !== undefined || among !== undefined;
    const query = this.#select(AuditEntryRow, filter);
    // Said by what it is not, or SQLite would look for the two other kinds instead of beginning at the newest entry.
    query.andWhere(isOfAssessments ? `entry.streamKind = 'assessment'` : `entry.streamKind <> 'draft'`);
    if (assessmentId !== undefined) query.andWhere('entry.streamId = :stream', { stream: assessmentId });
    if (among !== undefined) query.andWhere('entry.streamId IN (:...among)', { among: some(among) });
    if (action !== undefined) query.andWhere('entry.action = :action', { action });
    if (instanceId !== undefined)
      whereSaid(query, `(content.body LIKE :instance OR entry.action LIKE 'evidence.%')`, {
        instance: `%"instance":"${instanceId}"%`,
      });
    return query.getMany();
  }

  async #events(filter: HistoryFilter): Promise<AnswerEventRow[]> {
    const { assessmentId, among, answeredIn, action, instanceId } = filter;
    if (action !== undefined && !action.startsWith('answer.')) return [];
    const query = this.#select(AnswerEventRow, filter);
    if (answeredIn !== undefined)
      query.andWhere('entry.assessmentId IN (:...answeredIn)', { answeredIn: some(answeredIn) });
    if (instanceId !== undefined) query.andWhere('entry.instanceId = :instanceId', { instanceId });
    if (assessmentId !== undefined) query.andWhere('entry.assessmentId = :stream', { stream: assessmentId });
    if (among !== undefined) query.andWhere('entry.assessmentId IN (:...among)', { among: some(among) });
    if (action !== undefined) query.andWhere('entry.kind = :kind', { kind: action.slice('answer.'.length) });
    return query.getMany();
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

  /**
   * Since when at most about so many entries of each table stand, up to where a page begins; undefined: since ever. Of one
   * moment there may be more.
   */
  async timeBehind(
    { before, to }: Pick<HistoryFilter, 'before' | 'to'>,
    entries: number,
  ): Promise<string | undefined> {
    const times: string[] = [];
    for (const table of [AuditEntryRow, AnswerEventRow]) {
      const query = this.reads.manager().createQueryBuilder<ObjectLiteral>(table, 'entry').where('1 = 1');
      if (before) query.andWhere(OLDER, before);
      if (to !== undefined) query.andWhere('entry.at <= :to', { to });
      query.select('entry.at', 'at').orderBy('entry.at', 'DESC').offset(entries).limit(1);
      times.push(...(await query.getRawMany<{ at: string }>()).map(({ at }) => at));
    }
    return times.sort().at(-1);
  }

  #select<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    filter: HistoryFilter,
  ): SelectQueryBuilder<Row> {
    const query = this.reads.manager().createQueryBuilder(entity, 'entry').where('1 = 1');
    const { before, questionId, assessmentId, limit } = filter;
    if (questionId !== undefined) query.andWhere('entry.questionId = :questionId', { questionId });
    narrow(query, filter);
    if (assessmentId !== undefined) {
      if (before) query.andWhere('entry.sequence < :sequence', { sequence: before.sequence });
      return query.orderBy('entry.sequence', 'DESC').take(limit);
    }
    if (before) query.andWhere(OLDER, before);
    return query
      .orderBy('entry.at', 'DESC')
      .addOrderBy('entry.sequence', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .take(limit);
  }
}

/** Leaves out what does not fit; who acted and what was typed lie aside, where they can be erased. */
function narrow<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, from, to, find }: HistoryFilter,
): void {
  if (from !== undefined) query.andWhere('entry.at >= :from', { from });
  if (to !== undefined) query.andWhere('entry.at <= :to', { to });
  if (by !== undefined) whereSaid(query, 'content.actorId = :by', { by });
  if (find === undefined) return;
  const patterns = Object.fromEntries(patternsOf(find).map((pattern, at) => [`words${String(at)}`, pattern]));
  const each = Object.keys(patterns).map((name) => `LOWER(content.body) LIKE :${name} ESCAPE '!'`);
  whereSaid(query, `(${each.join(' OR ')})`, patterns);
}

/** Narrows by what belongs to an entry. Not joined: so the newest entries are looked at first, and no more than needed. */
function whereSaid<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  condition: string,
  parameters: ObjectLiteral,
): void {
  const said = query
    .subQuery()
    .select('1')
    .from(PersonalContentRow, 'content')
    .where(`content.ownerId = entry.id AND ${condition}`);
  query.andWhere(`EXISTS ${said.getQuery()}`, parameters);
}

/**
 * Words as they can stand in stored JSON, in the spellings people use. Both databases lower only the letters of ASCII,
 * so the others are looked for as typed, in small letters, in capitals, and with a capital in front.
 */
function patternsOf(words: string): readonly string[] {
  const [first = '', ...rest] = words.toLowerCase();
  const spellings = [words, words.toLowerCase(), words.toUpperCase(), first.toUpperCase() + rest.join('')];
  const stored = spellings.map((spelling) =>
    JSON.stringify(spelling)
      .slice(1, -1)
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
      .replace(/[!%_]/g, (sign) => `!${sign}`),
  );
  return [...new Set(stored)].map((spelling) => `%${spelling}%`);
}

/** What comes after an entry, newest first, over all streams; the first words let the databases begin at its time. */
const OLDER =
  'entry.at <= :at AND (entry.at < :at OR (entry.at = :at AND ' +
  '(entry.sequence < :sequence OR (entry.sequence = :sequence AND entry.id < :id))))';

/** An empty list is no SQL; no row has this id. */
function some(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [''] : ids;
}

function newerInStream(a: StoredEntry, b: StoredEntry): number {
  return b.row.sequence - a.row.sequence;
}

function newerInTime(a: StoredEntry, b: StoredEntry): number {
  if (a.row.at !== b.row.at) return a.row.at < b.row.at ? 1 : -1;
  if (a.row.sequence !== b.row.sequence) return newerInStream(a, b);
  return a.row.id < b.row.id ? 1 : -1;
}
