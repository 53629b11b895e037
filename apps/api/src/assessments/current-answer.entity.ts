import type { DataQuality } from '@kilim/contracts';
import type { Answer, Fault } from '@kilim/indicators';
import { Entity, ForeignKey } from 'typeorm';
import {
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
  WordKey,
} from '../database/columns.js';

/** An answer as it stands: a projection of its newest answer event that can be rebuilt from the events. */
@Entity('current_answer')
export class CurrentAnswerRow {
  @UuidKey() @ForeignKey('assessment') readonly assessmentId: string;
  @WordKey(ID_LENGTH) readonly questionId: string;
  /** Empty outside repeated sets. */
  @WordKey(36) readonly instanceId: string;
  /** Of the newest event. */
  @IntegerColumn() readonly revision: number;
  @RefColumn('answer_event') readonly eventId: string;
  /** Null after it was cleared. */
  @JsonColumn({ nullable: true }) readonly answer: Answer | null;
  @TextColumn({ nullable: true }) readonly reason: string | null;
  @TextColumn({ nullable: true }) readonly comment: string | null;
  @WordColumn(1, { nullable: true }) readonly quality: DataQuality | null;
  @WordColumn(500, { nullable: true }) readonly source: string | null;
  /** What `validateAnswer` said of it; a faulty value is kept. */
  @JsonColumn() readonly faults: readonly Fault[];
  @InstantColumn() readonly savedAt: string;
  /** Of its newest event: see there. */
  @InstantColumn({ nullable: true }) readonly typedAt: string | null;
  /** The account; null for what the program did by itself. */
  @UuidColumn({ nullable: true }) readonly savedBy: string | null;
}
