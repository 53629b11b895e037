import type { HistoryAction, Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditRepository } from './audit.repository.js';
import { entryFacts } from './chain-hash.js';
import { linkTo } from './link.js';
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

/** Where an entry came to stand. */
export interface Appended {
  readonly id: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly hash: string;
}

/**
 * Appends to the hash chains (decision 3), inside a unit of work, whose actor and time it takes. The stream's end is
 * locked until the unit is over, so places are given out once. (Answer events, which are entries of their own, are
 * written by the `AnswerWriter`.)
 */
@Injectable()
export class Chain {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Locks the stream's end before anything is looked at, until the unit is over: whoever does the same waits, so that
   * what is seen still holds when it is written. A unit that also touches an assessment's or a draft's stream holds
   * administration last; else two units could wait for each other.
   */
  async hold(stream: Stream): Promise<void> {
    await this.audit.lockHead(stream.kind, idOf(stream));
  }

  /** Records that something was done. */
  async append(entry: NewEntry): Promise<Appended> {
    const streamKind = entry.stream.kind;
    const streamId = idOf(entry.stream);
    const row = {
      id: entry.id ?? uuidv7(),
      streamKind,
      streamId,
      action: entry.action,
      questionId: entry.questionId ?? null,
      subjectId: entry.subjectId ?? null,
      at: this.unit.now(),
    };
    const end = await this.audit.lockHead(streamKind, streamId);
    const said = { actorId: this.unit.actor(), body: entry.body ?? {} };
    const linked = linkTo(end, row, entryFacts, said);
    await this.audit.append(linked);
    const { id, sequence, at, hash } = linked.row;
    this.unit.trace({ kind: streamKind, id: streamId, sequence });
    return { id, sequence, at, hash };
  }
}

function idOf(stream: Stream): string {
  return stream.kind === 'administration' ? '' : stream.id;
}
