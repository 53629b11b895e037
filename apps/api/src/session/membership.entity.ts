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

/** One role of a person and where it holds (decision 7). Ended ones stay: the history names them. */
@Entity('membership')
@Index(['accountId'])
@Index(['scope', 'scopeId'])
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
