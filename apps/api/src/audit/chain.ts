import { randomBytes } from 'node:crypto';
import type { AnswerEventKind, DataQuality, HistoryAction, Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { AuditEntryRow, StreamKind } from './audit-entry.entity.js';
import { AuditRepository } from './audit.repository.js';
import { digestOf, entryFacts, eventFacts, linkHash } from './chain-hash.js';
import type { PersonalBody } from './personal-content.entity.js';

/** Which chain: one per assessment, one per draft, one for administration. */
export type Stream =
  { readonly kind: 'assessment' | 'draft'; readonly id: string } | { readonly kind: 'administration' };

/** What was done, for {@link Chain.append}. */
export interface NewEntry {
  /**
   * Give the id of the append-only row that the entry stands for (finding, evidence link, view, agreed value): then
   * that row's words and values are the entry's `body`, kept and sealed once. Absent: a new one.
   */
  readonly id?: string;
  readonly stream: Stream;
  readonly action: HistoryAction;
  readonly questionId?: string;
  /** The row it is about. */
  readonly subjectId?: string;
  /** Values and words, kept where they can be erased; the chain covers them by a salted digest. */
  readonly body?: PersonalBody;
}

/** A change of an answer, for {@link Chain.appendAnswerEvent}; sequence, time and hashes come from the chain. */
export interface NewAnswerEvent {
  readonly assessmentId: string;
  readonly saveId: string;
  readonly questionId: string;
  readonly instanceId: string;
  readonly revision: number;
  readonly baseRevision: number;
  readonly kind: AnswerEventKind;
  readonly quality: DataQuality | null;
  readonly carriedFrom: string | null;
  readonly language: string | null;
  readonly textRevision: string | null;
  readonly body: PersonalBody;
}

/** Where an entry came to stand. */
export interface Appended {
  readonly id: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly hash: string;
}

/**
 * Appends to the hash chains (decision 3), inside a unit of work, whose actor and time it takes. The stream's end is
 * locked until the unit is over, so places are given out once.
 */
@Injectable()
export class Chain {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly audit: AuditRepository,
  ) {}

  /** Records that something was done. */
  async append(entry: NewEntry): Promise<Appended> {
    const streamKind = entry.stream.kind;
    const streamId = entry.stream.kind === 'administration' ? '' : entry.stream.id;
    const row = {
      id: entry.id ?? uuidv7(),
      streamKind,
      streamId,
      action: entry.action,
      questionId: entry.questionId ?? null,
      subjectId: entry.subjectId ?? null,
      at: this.unit.now(),
    };
    return this.#link(streamKind, streamId, row.id, entry.body ?? {}, async (place, seal) => {
      const linked = { ...row, ...place };
      const complete: AuditEntryRow = { ...linked, ...seal(entryFacts(linked)) };
      await this.audit.insertEntry(complete);
      return complete;
    });
  }

  /** Records a change of an answer: the record and its audit entry in one row. */
  async appendAnswerEvent({ body, ...event }: NewAnswerEvent): Promise<Appended> {
    const row = { id: uuidv7(), ...event, at: this.unit.now() };
    return this.#link('assessment', event.assessmentId, row.id, body, async (place, seal) => {
      const linked = { ...row, ...place };
      const complete: AnswerEventRow = { ...linked, ...seal(eventFacts(linked)) };
      await this.audit.insertAnswerEvent(complete);
      return complete;
    });
  }

  async #link(
    kind: StreamKind,
    streamId: string,
    ownerId: string,
    body: PersonalBody,
    insert: (place: { sequence: number }, seal: Seal) => Promise<Appended>,
  ): Promise<Appended> {
    const head = await this.audit.advanceHead(kind, streamId);
    const salt = randomBytes(32).toString('hex');
    const actorId = this.unit.actor();
    const digest = digestOf(salt, actorId, body);
    const appended = await insert({ sequence: head.sequence }, (facts) => ({
      digest,
      previousHash: head.hash,
      hash: linkHash(head.hash, facts, digest),
    }));
    await this.audit.insertPersonalContent({ ownerId, salt, actorId, body });
    await this.audit.setHeadHash(kind, streamId, appended.hash);
    this.unit.trace();
    return appended;
  }
}

type Seal = (facts: Readonly<Record<string, unknown>>) => {
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
};
