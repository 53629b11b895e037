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
 * What city and expert agreed on for one question; append-only (decision 4). The value and words lie in
 * `personal_content` under the same id, which is the id of its chain entry too.
 */
@Entity('agreed_value')
@Unique(['assessmentId', 'sequence'])
export class AgreedValueRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  @WordColumn(36) readonly instanceId: string;
  @IntegerColumn() readonly sequence: number;
  @WordColumn(10) readonly kind: 'value' | 'withdrawn';
  @InstantColumn() readonly at: string;
}
