import { Injectable } from '@nestjs/common';
import type { StreamKind } from './audit-entry.entity.js';
import { AuditRepository, type StoredEntry } from './audit.repository.js';
import { checkpointHash, digestOf, entryFacts, eventFacts, GENESIS, linkHash } from './chain-hash.js';
import type { CheckpointRow } from './checkpoint.entity.js';
import type { PersonalContentRow } from './personal-content.entity.js';
import type { StreamHeadRow } from './stream-head.entity.js';

/** Entries looked at in one go. */
const PAGE = 1000;

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
    const sealed = sealsByStream(await this.audit.checkpoints());
    for (const head of await this.audit.heads()) {
      const stream = `${head.streamKind}/${head.streamId}`;
      const fault = await this.#verify(head, sealed.get(stream) ?? new Map());
      if (fault) faults.push(fault);
      sealed.delete(stream);
    }
    // A sealed stream whose head is gone.
    for (const stream of sealed.keys()) faults.push(faultAt('seal', stream, 0));
    return [...faults, ...checkpointFaults(await this.audit.checkpoints())];
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
function sealsByStream(checkpoints: readonly CheckpointRow[]): Map<string, Map<number, string>> {
  const seals = new Map<string, Map<number, string>>();
  for (const [kind, id, sequence, hash] of checkpoints.flatMap(({ heads }) => heads)) {
    const stream = `${kind}/${id}`;
    const known = seals.get(stream) ?? new Map<number, string>();
    if (!known.has(sequence)) seals.set(stream, known.set(sequence, hash));
  }
  return seals;
}

function checkpointFaults(checkpoints: readonly CheckpointRow[]): readonly ChainFault[] {
  let previous = GENESIS;
  for (const [index, { previousHash, at, heads, hash }] of checkpoints.entries()) {
    if (previousHash !== previous || hash !== checkpointHash(previousHash, at, heads)) {
      return [faultAt('altered', 'checkpoint/', index + 1)];
    }
    previous = hash;
  }
  return [];
}

function faultAt(kind: ChainFault['kind'], stream: string, sequence: number): ChainFault {
  const [streamKind = '', streamId = ''] = stream.split('/');
  return { kind, streamKind, streamId, sequence };
}
