import type { EvidenceLevel } from '@kilim/contracts';
import { Entity, Index } from 'typeorm';
import {
  InstantColumn,
  RefColumn,
  TextColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** A document or page that supports answers of one assessment. */
@Entity('evidence')
@Index(['assessmentId'])
export class EvidenceRow {
  @UuidKey() readonly id: string;
  @RefColumn('assessment') readonly assessmentId: string;
  @WordColumn(300) readonly title: string;
  @WordColumn(200, { nullable: true }) readonly publisher: string | null;
  @WordColumn(20) readonly level: EvidenceLevel;
  /** When it was issued: `2025`, `2025-03` or `2025-03-14`. */
  @WordColumn(10, { nullable: true }) readonly issuedOn: string | null;
  /** https only; the contract refuses anything else. */
  @TextColumn({ nullable: true }) readonly url: string | null;
  @InstantColumn() readonly addedAt: string;
  @UuidColumn({ nullable: true }) readonly addedBy: string | null;
}
