import { Entity, Index, Unique } from 'typeorm';
import {
  ID_LENGTH,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

/** That a piece of evidence supports an answer, or no longer does; append-only. The newest per question counts. */
@Entity('evidence_link_event')
@Unique(['evidenceId', 'sequence'])
@Index(['assessmentId'])
export class EvidenceLinkEventRow {
  /** The id of its chain entry too, see `Chain.append`. */
  @UuidKey() readonly id: string;
  @RefColumn('evidence') readonly evidenceId: string;
  @RefColumn('assessment') readonly assessmentId: string;
  @WordColumn(ID_LENGTH) readonly questionId: string;
  @WordColumn(10) readonly kind: 'linked' | 'unlinked';
  /** Rises by one with each event of the piece of evidence. */
  @IntegerColumn() readonly sequence: number;
  /** Where in the document. */
  @WordColumn(200, { nullable: true }) readonly passage: string | null;
  @InstantColumn() readonly at: string;
}
