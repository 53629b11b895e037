import { randomFillSync } from 'node:crypto';
import { digestOf, linkHash } from './chain-hash.js';
import type { PersonalBody, PersonalContentRow } from './personal-content.entity.js';

/** Where a stream ends: the sequence and hash of its newest entry. */
export interface StreamEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** What somebody did or said, kept where it can be erased. */
export interface Said {
  /** Null for the program itself. */
  readonly actorId: string | null;
  readonly body: PersonalBody;
}

/** An entry that has found its place in a stream, and what is stored with it. */
export interface Linked<Row> {
  readonly row: Row & {
    readonly sequence: number;
    readonly digest: string;
    readonly previousHash: string;
  } & {
    readonly hash: string;
  };
  readonly content: PersonalContentRow;
  /** Where the stream ends now. */
  readonly end: StreamEnd;
}

/**
 * Gives an entry the next place of a stream and chains it to the one before. The one way in which entries are made,
 * whoever stores them.
 *
 * @param end  where the stream ends, locked by the caller until the entry is stored
 * @param facts what of the row the hash covers
 */
export function linkTo<Row extends { readonly id: string }>(
  end: StreamEnd,
  row: Row,
  facts: (row: Row & { readonly sequence: number }) => Readonly<Record<string, unknown>>,
  { actorId, body }: Said,
): Linked<Row> {
  const placed = { ...row, sequence: end.sequence + 1 };
  const salt = newSalt();
  const digest = digestOf(salt, actorId, body);
  const hash = linkHash(end.hash, facts(placed), digest);
  return {
    row: { ...placed, digest, previousHash: end.hash, hash },
    content: { ownerId: row.id, salt, actorId, body },
    end: { sequence: placed.sequence, hash },
  };
}

const SALT_BYTES = 32;
/** Random bytes are fetched for many salts at once: asking the system for each costs more than all the rest of it. */
const pool = Buffer.alloc(SALT_BYTES * 128);
let used = pool.length;

/** 256 random bits in hex, each used once. */
function newSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += SALT_BYTES;
  return pool.toString('hex', used - SALT_BYTES, used);
}
