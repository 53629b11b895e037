import type { Reader, ReasonCode } from '@kilim/contracts';
import { Entity, Index, Unique } from 'typeorm';
import {
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/**
 * An expert's value beside the city's claim; append-only (decision 4). Value, words and actor lie in `personal_content`
 * under the same id, which is the id of its chain entry too.
 */
@Entity('finding')
@Unique(['assessmentId', 'sequence'])
@Index(['assessmentId', 'questionId'])
export class FindingRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  @WordColumn(36) readonly instanceId: string;
  @WordColumn(10) readonly reader: Reader;
  /** Rises by one with each finding of the assessment. */
  @IntegerColumn() readonly sequence: number;
  /** A value, or that the earlier finding is withdrawn. */
  @WordColumn(10) readonly kind: 'value' | 'withdrawn';
  @WordColumn(20, { nullable: true }) readonly reasonCode: ReasonCode | null;
  /** The answer event on the screen; null when the question was unanswered. A later event makes it outdated, not void. */
  @RefColumn('answer_event', { nullable: true }) readonly judgedEventId: string | null;
  @JsonColumn() readonly evidenceIds: readonly string[];
  @InstantColumn() readonly at: string;
}
