import type { AssessmentState } from '@kilim/contracts';
import { Entity, Index, Unique } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** One city in one round, pinned to a version. */
@Entity('assessment')
@Unique(['roundId', 'cityId'])
@Index(['cityId'])
export class AssessmentRow {
  @UuidKey() readonly id: string;
  @RefColumn('round') readonly roundId: string;
  @RefColumn('city') readonly cityId: string;
  @RefColumn('questionnaire_version') readonly versionId: string;
  /** The version's hash when the assessment was made: what its scores can be recomputed with. */
  @HashColumn() readonly versionHash: string;
  @WordColumn(20) readonly state: AssessmentState;
  @InstantColumn() readonly stateSince: string;
  /** This city's own deadline; all three are null when the round's holds. */
  @WordColumn(16, { nullable: true }) readonly deadlineLocal: string | null;
  @WordColumn(64, { nullable: true }) readonly deadlineZone: string | null;
  @InstantColumn({ nullable: true }) readonly deadlineInstant: string | null;
  /** The questions whose answers the city may change while it is asked about them; null: none. */
  @JsonColumn({ nullable: true }) readonly openQuestions: readonly string[] | null;
  /** Rises with every change of this row: `UPDATE … WHERE id = ? AND revision = ?`. */
  @IntegerColumn() readonly revision: number;
  @InstantColumn() readonly createdAt: string;
}
