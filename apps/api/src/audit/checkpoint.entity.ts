import { Entity, Unique } from 'typeorm';
import { HashColumn, InstantColumn, IntegerColumn, JsonColumn, UuidKey } from '../database/columns.js';

/** One stream's end as a checkpoint saw it: kind, id, sequence, hash. */
export type SealedHead = readonly [kind: string, id: string, sequence: number, hash: string];

/** All heads at one moment, sealed and chained to the checkpoint before; append-only. */
@Entity('checkpoint')
@Unique(['sequence'])
export class CheckpointRow {
  @UuidKey() readonly id: string;
  /** Its place among all of them, from 1 on: the clocks of several servers don't agree, so no time tells. */
  @IntegerColumn() readonly sequence: number;
  @InstantColumn() readonly at: string;
  @JsonColumn() readonly heads: readonly SealedHead[];
  @HashColumn() readonly previousHash: string;
  /** SHA-256 of `previousHash`, the time and the canonical JSON of the heads. */
  @HashColumn() readonly hash: string;
}
