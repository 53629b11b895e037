import { Entity, Index, Unique } from 'typeorm';
import { HashColumn, InstantColumn, RefColumn, UuidKey, WordColumn } from '../database/columns.js';

/** One signed-in browser. The cookie holds the token; only its hash is here. */
@Entity('session')
@Unique(['tokenHash'])
@Index(['accountId'])
export class SessionRow {
  @UuidKey() readonly id: string;
  @HashColumn() readonly tokenHash: string;
  @RefColumn('account') readonly accountId: string;
  @InstantColumn() readonly createdAt: string;
  /** Written at most once a minute; idleness counts from here. */
  @InstantColumn() readonly lastSeenAt: string;
  /** The absolute end, whatever happens meanwhile. */
  @InstantColumn() readonly expiresAt: string;
  /** Signed out, or ended because the account was disabled; null: not ended. */
  @InstantColumn({ nullable: true }) readonly endedAt: string | null;
  /** What the browser says of itself, cut short; null when it says nothing. */
  @WordColumn(200, { nullable: true }) readonly userAgent: string | null;
}
