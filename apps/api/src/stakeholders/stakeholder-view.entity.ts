import { Entity, Unique } from 'typeorm';
import {
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/**
 * What stakeholders said on one question; append-only (decision 4). Groups by kind, never people by name. The words lie
 * in `personal_content` under the same id, which is the id of its chain entry too.
 */
@Entity('stakeholder_view')
@Unique(['assessmentId', 'sequence'])
export class StakeholderViewRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  @WordColumn(36) readonly instanceId: string;
  @IntegerColumn() readonly sequence: number;
  @WordColumn(20) readonly stance: 'confirms' | 'partly' | 'contradicts' | 'adds';
  /** Kind of group: residents, business, school … */
  @WordColumn(60) readonly groupKind: string;
  /** Who wrote it down: the city itself, or the partner as an independent hand. */
  @WordColumn(10) readonly recordedAs: 'city' | 'partner';
  @InstantColumn() readonly at: string;
}
