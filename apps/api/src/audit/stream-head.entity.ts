import { Entity } from 'typeorm';
import { HashColumn, IntegerColumn, WordKey } from '../database/columns.js';
import type { StreamKind } from './audit-entry.entity.js';

/** Where a stream ends: locked while something is appended, so that no two entries share a place. */
@Entity('stream_head')
export class StreamHeadRow {
  @WordKey(20) readonly streamKind: StreamKind;
  @WordKey(36) readonly streamId: string;
  /** Of the newest entry; 0 before the first. */
  @IntegerColumn() readonly sequence: number;
  @HashColumn() readonly hash: string;
}
