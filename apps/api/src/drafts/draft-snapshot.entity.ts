import type { DraftContent } from '@kilim/indicators';
import { Entity, Unique } from 'typeorm';
import { IntegerColumn, JsonColumn, RefColumn, UuidKey } from '../database/columns.js';

/** A draft as it was after one of its steps: the first one begins it, the others spare reading all steps from there. */
@Entity('draft_snapshot')
@Unique(['draftId', 'revision'])
export class DraftSnapshotRow {
  @UuidKey() readonly id: string;
  @RefColumn('draft') readonly draftId: string;
  @IntegerColumn() readonly revision: number;
  @JsonColumn() readonly content: DraftContent;
}
