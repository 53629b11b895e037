import { Entity, Index } from 'typeorm';
import {
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** How much of a draft's own words its row keeps for lists. */
export const SHOWN_LENGTH = 200;

/** A version that is being written: what lists show of it, and where its steps end. Follows from its steps. */
@Entity('draft')
@Index(['programmeId'])
export class DraftRow {
  @UuidKey() readonly id: string;
  @RefColumn('programme') readonly programmeId: string;
  /** The newest step; the sequence of its chain. */
  @IntegerColumn() readonly revision: number;
  /** As they are in the draft, shortened: unfinished, they may be anything. */
  @WordColumn(SHOWN_LENGTH) readonly code: string;
  @WordColumn(SHOWN_LENGTH) readonly version: string;
  @WordColumn(SHOWN_LENGTH) readonly title: string;
  /** The published version it began as. */
  @RefColumn('questionnaire_version', { nullable: true }) readonly basedOnId: string | null;
  @InstantColumn() readonly createdAt: string;
  @UuidColumn({ nullable: true }) readonly createdBy: string | null;
  @InstantColumn() readonly changedAt: string;
  @UuidColumn({ nullable: true }) readonly changedBy: string | null;
  @InstantColumn({ nullable: true }) readonly discardedAt: string | null;
  /** The version it became. */
  @RefColumn('questionnaire_version', { nullable: true }) readonly versionId: string | null;
}
