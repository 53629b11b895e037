import type { HistoryAction } from '@kilim/contracts';
import { Entity, Index, Unique } from 'typeorm';
import {
  HashColumn,
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** What a chain is about. A stream of an assessment also holds its answer events. */
export type StreamKind = 'assessment' | 'draft' | 'administration';

/**
 * That something was done: who did it, and the words and values, lie in `personal_content` under the entry's id.
 * Append-only; chained by `hash`. Written through `Chain.append` only.
 */
@Entity('audit_entry')
@Unique(['streamKind', 'streamId', 'sequence'])
@Index(['streamKind', 'streamId', 'questionId'])
@Index(['at', 'sequence', 'id'])
export class AuditEntryRow {
  @UuidKey() readonly id: string;
  @WordColumn(20) readonly streamKind: StreamKind;
  /** The assessment or draft; empty for the one stream of administration. */
  @WordColumn(36) readonly streamId: string;
  @IntegerColumn() readonly sequence: number;
  @WordColumn(40) readonly action: HistoryAction;
  @WordColumn(ID_LENGTH, { nullable: true }) readonly questionId: string | null;
  /** The row it is about, where there is one. */
  @UuidColumn({ nullable: true }) readonly subjectId: string | null;
  @InstantColumn() readonly at: string;
  @HashColumn() readonly digest: string;
  @HashColumn() readonly previousHash: string;
  @HashColumn() readonly hash: string;
}
