import type { ChangeReportContent } from '@kilim/contracts';
import { Entity, Index } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
} from '../database/columns.js';

/** What a draft changes against a published version, as it was worked out at one moment; append-only. */
@Entity('change_report')
@Index(['draftId'])
export class ChangeReportRow {
  @UuidKey() readonly id: string;
  @RefColumn('draft') readonly draftId: string;
  /** The step of the draft that it is about. */
  @IntegerColumn() readonly revision: number;
  @RefColumn('questionnaire_version') readonly againstId: string;
  @JsonColumn() readonly content: ChangeReportContent;
  /** SHA-256 of the canonical JSON of the content. */
  @HashColumn() readonly hash: string;
  @InstantColumn() readonly madeAt: string;
  @UuidColumn({ nullable: true }) readonly madeBy: string | null;
}
