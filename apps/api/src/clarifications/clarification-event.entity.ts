import { Entity, Index, Unique } from 'typeorm';
import {
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/**
 * That an expert asked a city about an answer, that the city answered, or that it is no longer asked; append-only. The
 * words lie in `personal_content` under the same id, which is the id of its chain entry too.
 */
@Entity('clarification_event')
@Unique(['assessmentId', 'sequence'])
@Index(['clarificationId'])
export class ClarificationEventRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  /** The id of the event in which it was asked. */
  @UuidColumn() readonly clarificationId: string;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  @WordColumn(36) readonly instanceId: string;
  /** Rises by one with each event of the assessment. */
  @IntegerColumn() readonly sequence: number;
  @WordColumn(10) readonly kind: 'asked' | 'answered' | 'withdrawn';
  /** `YYYY-MM-DD`; of what is asked only. */
  @WordColumn(10, { nullable: true }) readonly dueOn: string | null;
  @InstantColumn() readonly at: string;
}
