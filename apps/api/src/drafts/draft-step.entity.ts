import type { DraftStepKind } from '@kilim/contracts';
import type { DraftChange, StepSummary } from '@kilim/indicators';
import { Entity, Unique } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** What was done in a step, and what takes it back. */
export interface StepContent {
  readonly changes: readonly DraftChange[];
  readonly inverse: readonly DraftChange[];
}

/**
 * One step of a draft: append-only, in the order of the draft's chain, whose entry of the same id covers `hash`. What
 * it holds is the programme's work and stays when its author is erased; who that was stands in `personal_content`.
 */
@Entity('draft_step')
@Unique(['draftId', 'revision'])
@Unique(['draftId', 'changeId'])
export class DraftStepRow {
  @UuidKey() readonly id: string;
  @RefColumn('draft') readonly draftId: string;
  /** Its place in the chain. */
  @IntegerColumn() readonly revision: number;
  /** Under which the client sent it: what is sent twice happens once. */
  @UuidColumn() readonly changeId: string;
  @WordColumn(10) readonly kind: DraftStepKind;
  /** The step that was undone or redone, or to whose state the draft was put back. */
  @IntegerColumn({ nullable: true }) readonly ofRevision: number | null;
  @JsonColumn() readonly content: StepContent;
  /** SHA-256 of the canonical JSON of `content`; of the draft's content for the first step. */
  @HashColumn() readonly hash: string;
  @JsonColumn() readonly summary: StepSummary;
  @InstantColumn() readonly at: string;
}
