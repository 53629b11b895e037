import type { Basis } from '@kilim/indicators';
import { Entity, ForeignKey } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  UuidKey,
  WordColumn,
  WordKey,
} from '../database/columns.js';

/** The numbers of an assessment on one basis: a projection. The trace is recomputed when asked for (decision 8). */
@Entity('scorecard')
export class ScorecardRow {
  @UuidKey() @ForeignKey('assessment') readonly assessmentId: string;
  @WordKey(10) readonly basis: Basis;
  /** The place in the stream of the assessment up to which it was computed; what is behind the end is never shown. */
  @IntegerColumn() readonly sequence: number;
  /** As the engine gave them, without the trace. */
  @JsonColumn() readonly numbers: object;
  /** SHA-256 of the engine's input: equal hash, equal numbers. */
  @HashColumn() readonly inputHash: string;
  @WordColumn(40) readonly engineVersion: string;
  @InstantColumn() readonly computedAt: string;
}
