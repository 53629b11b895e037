import type { Reader, Role, ScopeKind } from '@kilim/contracts';
import { Entity, Index } from 'typeorm';
import {
  InstantColumn,
  JsonColumn,
  RefColumn,
  UuidColumn,
  UuidKey,
  WordColumn,
} from '../database/columns.js';

const IN_FORCE = '"ended_at" IS NULL';

/**
 * One role of a person and where it holds (decision 7). Ended ones stay: the history names them. Nobody holds one twice;
 * two indices say so, since rows without an id of a scope would count as different in the first.
 */
@Entity('membership')
@Index(['accountId'])
@Index(['scope', 'scopeId'])
@Index(['accountId', 'role', 'scope', 'scopeId'], { unique: true, where: IN_FORCE })
@Index(['accountId', 'role'], { unique: true, where: `"scope_id" IS NULL AND ${IN_FORCE}` })
export class MembershipRow {
  @UuidKey() readonly id: string;
  @RefColumn('account') readonly accountId: string;
  @WordColumn(20) readonly role: Role;
  @WordColumn(20) readonly scope: ScopeKind;
  /** The programme, round, city or assessment; null for the installation. */
  @UuidColumn({ nullable: true }) readonly scopeId: string | null;
  /** Section ids a contributor is confined to; null: all. */
  @JsonColumn({ nullable: true }) readonly sections: readonly string[] | null;
  /** As which reader an expert verifies; null: as the first, whose findings count. */
  @WordColumn(10, { nullable: true }) readonly reader: Reader | null;
  @InstantColumn() readonly grantedAt: string;
  @InstantColumn({ nullable: true }) readonly endedAt: string | null;
}
