import { Entity, Index, Unique } from 'typeorm';
import { HashColumn, InstantColumn, RefColumn, UuidKey } from '../database/columns.js';

/** A link with which somebody chooses their password, once. The link holds the token; only its hash is here. */
@Entity('invitation')
@Unique(['tokenHash'])
@Index(['accountId'])
export class InvitationRow {
  @UuidKey() readonly id: string;
  @RefColumn('account') readonly accountId: string;
  @HashColumn() readonly tokenHash: string;
  @InstantColumn() readonly createdAt: string;
  @InstantColumn() readonly expiresAt: string;
  /** Used, or replaced by a newer one; null: it can be used until it expires. */
  @InstantColumn({ nullable: true }) readonly endedAt: string | null;
}
