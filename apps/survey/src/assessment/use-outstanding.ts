import { outstanding, placeOf, type EvidencePiece, type Outstanding } from '@kilim/indicators';
import type { Evidence } from '@kilim/contracts';
import { useMemo } from 'react';
import { useWork } from './work.js';

/** What stands between the city and submitting: the engine's list, which the server goes by too. */
export function useOutstanding(): readonly Outstanding[] {
  const { version, saved, evidence, now } = useWork();
  const today = now().slice(0, 10);
  return useMemo(
    () =>
      outstanding(version.compiled, saved.answers, {
        hasQuality: (address) => saved.held.get(address)?.quality !== undefined,
        evidenceFor: (address) => piecesFor(evidence, placeOf(address).question),
        today,
      }),
    [version, saved, evidence, today],
  );
}

function piecesFor(evidence: readonly Evidence[], question: string): readonly EvidencePiece[] {
  return evidence
    .filter(({ uses }) => uses.some(({ questionId }) => questionId === question))
    .map(({ file, url, date }) => ({
      kinds: [...(file ? (['file'] as const) : []), ...(url === undefined ? [] : (['link'] as const))],
      ...(date !== undefined && { date }),
    }));
}
