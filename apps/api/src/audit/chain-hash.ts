import { hash } from 'node:crypto';
import type { AnswerEventRow } from '../assessments/answer-event.entity.js';
import type { AuditEntryRow } from './audit-entry.entity.js';
import { canonicalJson } from './canonical-json.js';
import type { SealedHead } from './checkpoint.entity.js';
import type { PersonalBody } from './personal-content.entity.js';

/** What the first entry of a stream is chained to. */
export const GENESIS = '0'.repeat(64);

/** Digest of what may have to be erased: SHA-256 of salt and canonical JSON (RFC 8785) of actor and body, in hex. */
export function digestOf(salt: string, actorId: string | null, body: PersonalBody): string {
  return sha256(salt + canonicalJson({ actorId, body }));
}

/** Hash of an entry: SHA-256 of the hash before, the canonical JSON of its facts, and its digest. */
export function linkHash(
  previousHash: string,
  facts: Readonly<Record<string, unknown>>,
  digest: string,
): string {
  return sha256(previousHash + canonicalJson(facts) + digest);
}

/** Hash of a checkpoint: SHA-256 of the hash before, its time and the canonical JSON of the heads. */
export function checkpointHash(previousHash: string, at: string, heads: readonly SealedHead[]): string {
  return sha256(previousHash + at + canonicalJson(heads));
}

type Hashes = 'digest' | 'previousHash' | 'hash';

/** What the hash of an audit entry covers beside the digest. In the order of canonical JSON, which saves sorting. */
export function entryFacts(row: Omit<AuditEntryRow, Hashes>): Readonly<Record<string, unknown>> {
  return {
    action: row.action,
    at: row.at,
    id: row.id,
    questionId: row.questionId,
    sequence: row.sequence,
    streamId: row.streamId,
    streamKind: row.streamKind,
    subjectId: row.subjectId,
  };
}

/** What the hash of an answer event covers beside the digest. In the order of canonical JSON, which saves sorting. */
export function eventFacts(row: Omit<AnswerEventRow, Hashes>): Readonly<Record<string, unknown>> {
  return {
    assessmentId: row.assessmentId,
    at: row.at,
    baseRevision: row.baseRevision,
    carriedFrom: row.carriedFrom,
    id: row.id,
    instanceId: row.instanceId,
    kind: row.kind,
    language: row.language,
    quality: row.quality,
    questionId: row.questionId,
    revision: row.revision,
    saveId: row.saveId,
    sequence: row.sequence,
    textRevision: row.textRevision,
    // Absent from those that were in time, as from those written before it was asked.
    ...(row.typedAt !== null && { typedAt: row.typedAt }),
  };
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
