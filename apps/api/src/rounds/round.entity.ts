import type { RoundKind } from '@kilim/contracts';
import { Entity, Index } from 'typeorm';
import { InstantColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** Cities answering one version of a questionnaire until one deadline. */
@Entity('round')
@Index(['programmeId'])
export class RoundRow {
  @UuidKey() readonly id: string;
  @RefColumn('programme') readonly programmeId: string;
  @WordColumn(200) readonly name: string;
  /** Practice rounds never mix with real results. */
  @WordColumn(10) readonly kind: RoundKind;
  @RefColumn('questionnaire_version') readonly versionId: string;
  /** `2026-04-14T23:59`, as the clock on the wall in `deadlineZone` shows it. */
  @WordColumn(16) readonly deadlineLocal: string;
  @WordColumn(64) readonly deadlineZone: string;
  /** The last moment that is in time. */
  @InstantColumn() readonly deadlineInstant: string;
  @InstantColumn() readonly openedAt: string;
}
