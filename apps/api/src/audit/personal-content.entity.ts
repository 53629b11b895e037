import { Entity } from 'typeorm';
import { HashColumn, JsonColumn, UuidColumn, UuidKey } from '../database/columns.js';

/** What a person typed or chose, by name of field: which ones there are depends on the row it belongs to. Must be JSON. */
export type PersonalBody = Readonly<Record<string, unknown>>;

/**
 * Words, values and actor of one answer event, audit entry, finding, view or agreed value (decision 3): the only place
 * that erasing a person touches, emptying words and actor together. The chain covers a digest of salt, actor and body,
 * so it holds when they are gone.
 */
@Entity('personal_content')
export class PersonalContentRow {
  /** The id of the row it belongs to. */
  @UuidKey() readonly ownerId: string;
  /** 256 random bits in hex: without them nobody can guess an erased value from its digest. */
  @HashColumn() readonly salt: string;
  /** The account that acted; null for the program itself, and once erased. */
  @UuidColumn({ nullable: true }) readonly actorId: string | null;
  /** Null once erased. */
  @JsonColumn({ nullable: true }) readonly body: PersonalBody | null;
}
