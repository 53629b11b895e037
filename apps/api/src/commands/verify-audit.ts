import { AuditRepository } from '../audit/audit.repository.js';
import { ChainVerifier } from '../audit/chain-verifier.js';
import { DraftRecord } from '../drafts/draft-record.service.js';
import type { Command } from './command.js';

/** Recomputes every chain of the database and says whether anything is missing or was altered. */
export const verifyAudit: Command = async ({ app, print }) => {
  const faults = await app.get(ChainVerifier).verifyAll();
  for (const { kind, streamKind, streamId, sequence } of faults)
    print(`${kind}: entry ${String(sequence)} of ${streamKind}${streamId === '' ? '' : ` ${streamId}`}`);
  const drafts = await app.get(DraftRecord).faults();
  for (const { draftId, revision, what } of drafts)
    print(`altered: ${what} ${String(revision)} of draft ${draftId}`);
  const found = faults.length + drafts.length;
  const chains = (await app.get(AuditRepository).heads()).length;
  print(
    `${String(chains)} chain(s), ${found === 0 ? 'each as it was written' : `${String(found)} fault(s)`}.`,
  );
  return found === 0;
};
