import { Injectable } from '@nestjs/common';
import type { StreamKind } from './audit-entry.entity.js';
import { AuditRepository, type StoredEntry } from './audit.repository.js';
import { checkpointHash, digestOf, entryFacts, eventFacts, GENESIS, linkHash } from './chain-hash.js';
import type { CheckpointRow } from './checkpoint.entity.js';
import type { PersonalContentRow } from './personal-content.entity.js';
import type { StreamHeadRow } from './stream-head.entity.js';

/** Entries looked at in one go. */
const PAGE = 1000;
/** Checkpoints looked at in one go: there is one for each hour, and each names every chain. */
const CHECKPOINTS_PAGE = 20;

/**
 * What is wrong with a chain, at its first wrong entry.
 *
 * | fault | meaning |
 * |---|---|
 * | missing | an entry is not there, or two share a place |
 * | altered | the entry or its place in the chain was changed |
 * | content | the words, value or actor that belong to it were changed or removed |
 * | head | the chain ends elsewhere than its head says: entries at the end were removed |
 * | seal | a checkpoint saw another chain |
 */
export interface ChainFault {
  readonly kind: 'missing' | 'altered' | 'content' | 'head' | 'seal';
  readonly streamKind: string;
  readonly streamId: string;
  /** Place in the stream; for `seal` that of the sealed head. */
  readonly sequence: number;
}

/** Recomputes chains from the rows. */
@Injectable()
export class ChainVerifier {
  constructor(private readonly audit: AuditRepository) {}

  /** Every stream, then every checkpoint; empty when all is as it was written. */
  async verifyAll(): Promise<readonly ChainFault[]> {
    const faults: ChainFault[] = [];
    const { seals, fault: altered } = await this.#seals();
    for (const head of await this.audit.heads()) {
      const stream = `${head.streamKind}/${head.streamId}`;
      const fault = await this.#verify(head, seals.get(stream) ?? new Map());
      if (fault) faults.push(fault);
      seals.delete(stream);
    }
    // A sealed stream whose head is gone.
    for (const stream of seals.keys()) faults.push(faultAt('seal', stream, 0));
    return [...faults, ...(altered ? [altered] : [])];
  }

  /** One stream; undefined when all is as it was written. */
  async verifyStream(streamKind: StreamKind, streamId: string): Promise<ChainFault | undefined> {
    const heads = await this.audit.heads();
    const head = heads.find((one) => one.streamKind === streamKind && one.streamId === streamId);
    return this.#verify(head ?? { streamKind, streamId, sequence: 0, hash: GENESIS }, new Map());
  }

  async #verify(head: StreamHeadRow, seals: ReadonlyMap<number, string>): Promise<ChainFault | undefined> {
    const { streamKind, streamId } = head;
    let sequence = 0;
    let hash = GENESIS;
    // Others may go on saving: what the head does not know yet is looked at the next time.
    while (sequence < head.sequence) {
      const after = await this.audit.entriesAfter(streamKind, streamId, sequence, PAGE);
      const page = after.filter(({ row }) => row.sequence <= head.sequence);
      if (page.length === 0) return { kind: 'head', streamKind, streamId, sequence };
      const contents = await this.audit.personalContents(page.map(({ row }) => row.id));
      for (const entry of page) {
        const fault = faultOf(entry, { sequence, hash }, contents.get(entry.row.id));
        const at = sequence + 1;
        if (fault) return { kind: fault, streamKind, streamId, sequence: at };
        ({ sequence, hash } = entry.row);
        if ((seals.get(sequence) ?? hash) !== hash) return { kind: 'seal', streamKind, streamId, sequence };
      }
    }
    if (hash !== head.hash || (await this.#isBehind(head))) {
      return { kind: 'head', streamKind, streamId, sequence };
    }
    const lastSealed = Math.max(0, ...seals.keys());
    return lastSealed > sequence ? { kind: 'seal', streamKind, streamId, sequence: lastSealed } : undefined;
  }

  /** What the checkpoints have seen, and the first of them that is not as it was written. */
  async #seals(): Promise<{ readonly seals: Seals; readonly fault: ChainFault | undefined }> {
    const seals: Seals = new Map();
    let fault: ChainFault | undefined;
    let previous = GENESIS;
    let place = 0;
    for (;;) {
      const page = await this.audit.checkpointsAfter(place, CHECKPOINTS_PAGE);
      for (const checkpoint of page) {
        if (!isChained(checkpoint, previous))
          fault ??= faultAt('altered', 'checkpoint/', checkpoint.sequence);
        noteSeals(seals, checkpoint);
        ({ hash: previous, sequence: place } = checkpoint);
      }
      if (page.length < CHECKPOINTS_PAGE) return { seals, fault };
    }
  }

  /** Whether there are entries behind a head that has not moved on with them. */
  async #isBehind({ streamKind, streamId, sequence }: StreamHeadRow): Promise<boolean> {
    const further = await this.audit.entriesAfter(streamKind, streamId, sequence, 1);
    if (further.length === 0) return false;
    const [now] = await this.audit.headsOf(streamKind, [streamId]);
    return (now?.sequence ?? 0) <= sequence;
  }
}

function faultOf(
  { table, row }: StoredEntry,
  before: { readonly sequence: number; readonly hash: string },
  content: PersonalContentRow | undefined,
): ChainFault['kind'] | undefined {
  if (row.sequence !== before.sequence + 1) return 'missing';
  const facts = table === 'audit_entry' ? entryFacts(row) : eventFacts(row);
  const isLinked = row.previousHash === before.hash;
  if (!isLinked || row.hash !== linkHash(row.previousHash, facts, row.digest)) return 'altered';
  if (!content) return 'content';
  const isErased = content.body === null && content.actorId === null;
  if (isErased) return undefined;
  return content.body !== null && digestOf(content.salt, content.actorId, content.body) === row.digest
    ? undefined
    : 'content';
}

/** By stream, the hash that the first checkpoint saw at a place: what was written anew before a later one sealed it, shows. */
type Seals = Map<string, Map<number, string>>;

function noteSeals(seals: Seals, { heads }: CheckpointRow): void {
  for (const [kind, id, sequence, hash] of heads) {
    const stream = `${kind}/${id}`;
    const known = seals.get(stream) ?? new Map<number, string>();
    if (!known.has(sequence)) seals.set(stream, known.set(sequence, hash));
  }
}

function isChained({ previousHash, at, heads, hash }: CheckpointRow, previous: string): boolean {
  return previousHash === previous && hash === checkpointHash(previousHash, at, heads);
}

function faultAt(kind: ChainFault['kind'], stream: string, sequence: number): ChainFault {
  const [streamKind = '', streamId = ''] = stream.split('/');
  return { kind, streamKind, streamId, sequence };
}
