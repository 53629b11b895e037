import { ChainVerifier } from '../audit/chain-verifier.js';
import type { Command } from './command.js';

/** Recomputes every chain of the database and says whether anything is missing or was altered. */
export const verifyAudit: Command = async ({ app, print }) => {
  const faults = await app.get(ChainVerifier).verifyAll();
  for (const { kind, streamKind, streamId, sequence } of faults)
    print(`${kind}: entry ${String(sequence)} of ${streamKind}${streamId === '' ? '' : ` ${streamId}`}`);
  print(faults.length === 0 ? 'Every chain is as it was written.' : `${String(faults.length)} fault(s).`);
  return faults.length === 0;
};
