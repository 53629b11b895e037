import type { FileType } from '@kilim/contracts';
import { Entity, ForeignKey, Index } from 'typeorm';
import {
  HashColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** A file that was sent for an assessment. Its content lies in the storage. */
@Entity('evidence_file')
@Index(['evidenceId'])
export class EvidenceFileRow {
  @UuidKey() @ForeignKey('assessment') readonly assessmentId: string;
  /** Chosen by who sent it. */
  @UuidKey() readonly id: string;
  /** The piece of evidence that it belongs to; null while it waits to be described. */
  @RefColumn('evidence', { nullable: true }) readonly evidenceId: string | null;
  @WordColumn(150) readonly name: string;
  @WordColumn(100) readonly type: FileType;
  @IntegerColumn() readonly bytes: number;
  @HashColumn() readonly sha256: string;
  @UuidColumn() readonly storageKey: string;
  @InstantColumn() readonly sentAt: string;
  @UuidColumn({ nullable: true }) readonly sentBy: string | null;
}
