import type { EvidenceUse } from '@kilim/contracts';
import type { LinkEvent } from './evidence.repository.js';

/**
 * What pieces of evidence support now, by piece: per question the newest event counts.
 *
 * @param events of any pieces; those of one piece in the order of their sequence
 */
export function usesByEvidence(
  events: readonly LinkEvent[],
): ReadonlyMap<string, ReadonlyMap<string, EvidenceUse>> {
  const byEvidence = new Map<string, Map<string, EvidenceUse>>();
  for (const { evidenceId, questionId, kind, passage } of events) {
    const uses = byEvidence.get(evidenceId) ?? new Map<string, EvidenceUse>();
    byEvidence.set(evidenceId, uses);
    // Taken out first, so that a question that is linked again stands at the end.
    uses.delete(questionId);
    if (kind === 'linked') uses.set(questionId, { questionId, ...(passage !== null && { passage }) });
  }
  return byEvidence;
}
