import { Entity, Index } from 'typeorm';
import { InstantColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** That a version was retired, or taken back into use; append-only. Why lies in `personal_content` under its id. */
@Entity('version_retirement')
@Index(['versionId'])
export class VersionRetirementRow {
  @UuidKey() readonly id: string;
  @RefColumn('questionnaire_version') readonly versionId: string;
  @WordColumn(10) readonly kind: 'retired' | 'returned';
  @InstantColumn() readonly at: string;
}
