import type { AcceptedWarning } from '@kilim/indicators';
import { Entity, ForeignKey } from 'typeorm';
import { IntegerColumn, JsonColumn, RefColumn, UuidKey } from '../database/columns.js';

/** Where a published version comes from, when it was a draft; append-only. */
@Entity('version_origin')
export class VersionOriginRow {
  @UuidKey() @ForeignKey('questionnaire_version') readonly versionId: string;
  @RefColumn('draft') readonly draftId: string;
  /** The draft's step that was published. */
  @IntegerColumn() readonly revision: number;
  /** The signed change report; null for the first version of a line. */
  @RefColumn('change_report', { nullable: true }) readonly reportId: string | null;
  /** The warnings that its authors let stand, each with its reason. */
  @JsonColumn() readonly accepted: readonly AcceptedWarning[];
}
