import { AuditRepository } from '../audit/audit.repository.js';
import { ChainVerifier } from '../audit/chain-verifier.js';
import { DraftRecord } from '../drafts/draft-record.service.js';
import { StandingRowsRepository } from '../audit/standing-rows.repository.js';
import { VersionRecord } from '../questionnaires/version-record.service.js';
import type { Command } from './command.js';

/**
 * Recomputes every chain of the database, holds what stands beside it against it, and says whether anything is missing or
 * was altered.
 */
export const verifyAudit: Command = async ({ app, print }) => {
  const faults = await app.get(ChainVerifier).verifyAll();
  for (const { kind, streamKind, streamId, sequence } of faults)
    print(`${kind}: entry ${String(sequence)} of ${streamKind}${streamId === '' ? '' : ` ${streamId}`}`);
  const drafts = await app.get(DraftRecord).faults();
  for (const { draftId, revision, what } of drafts)
    print(`altered: ${what} ${String(revision)} of draft ${draftId}`);
  const rows = await app.get(StandingRowsRepository).faults();
  for (const { missing, table, id } of rows)
    print(missing === 'row' ? `missing: ${table} ${id}, or what it said` : `added: ${table} ${id}`);
  const versions = await app.get(VersionRecord).faults();
  for (const id of versions) print(`altered: version ${id}`);
  const found = faults.length + drafts.length + rows.length + versions.length;
  const chains = (await app.get(AuditRepository).heads()).length;
  print(
    `${String(chains)} chain(s), ${found === 0 ? 'each as it was written' : `${String(found)} fault(s)`}.`,
  );
  return found === 0;
};
