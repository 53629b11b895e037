import type { AnswerEventKind, DataQuality } from '@kilim/contracts';
import { Entity, Index, Unique } from 'typeorm';
import {
  HashColumn,
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/**
 * One change of one answer: the record and its audit entry in one row (decision 3), append-only, chained in the stream
 * of its assessment. Value, reason, comment, source and actor lie in `personal_content` under the event's id.
 * Written by the `AnswerWriter` only.
 */
@Entity('answer_event')
@Index(['at', 'sequence', 'id'])
@Unique(['assessmentId', 'saveId'])
@Unique(['assessmentId', 'sequence'])
@Unique(['assessmentId', 'questionId', 'instanceId', 'revision'])
export class AnswerEventRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  /** Made by the client, once per change: a repeated save is recognised by it. */
  @UuidColumn() readonly saveId: string;
  /** Its place in the stream of the assessment, shared with `audit_entry`. */
  @IntegerColumn() readonly sequence: number;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  /** Empty outside repeated sets. */
  @WordColumn(36) readonly instanceId: string;
  /** Counts the changes of this answer from 1. */
  @IntegerColumn() readonly revision: number;
  @IntegerColumn() readonly baseRevision: number;
  @WordColumn(20) readonly kind: AnswerEventKind;
  @WordColumn(1, { nullable: true }) readonly quality: DataQuality | null;
  /** The answer event of an earlier round that it was carried from. */
  @UuidColumn({ nullable: true }) readonly carriedFrom: string | null;
  /** Language and text revision on the screen; null for what nobody read, such as a migrated answer. */
  @WordColumn(35, { nullable: true }) readonly language: string | null;
  @HashColumn({ nullable: true }) readonly textRevision: string | null;
  @InstantColumn() readonly at: string;
  /** When it had been typed, of one that arrived after the deadline and was typed before; null for all others. */
  @InstantColumn({ nullable: true }) readonly typedAt: string | null;
  @HashColumn() readonly digest: string;
  @HashColumn() readonly previousHash: string;
  @HashColumn() readonly hash: string;
}
