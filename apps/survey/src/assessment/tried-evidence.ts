import type { addEvidence, CallOf, Evidence } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import type { Asked } from './asked.js';

/** Whoever adds evidence while a draft is tried out is nobody in particular. */
const NOBODY = { id: '00000000-0000-7000-8000-000000000000', name: '' };

/** What the server would make of a description while a draft is tried out: nothing of it leaves the page. */
export function triedPiece({
  questionId,
  passage,
  fileId: _,
  ...described
}: CallOf<typeof addEvidence>['body']): Evidence {
  return {
    ...described,
    id: uuidv7(),
    uses: [{ questionId, ...(passage !== undefined && { passage }) }],
    addedAt: new Date().toISOString(),
    addedBy: NOBODY,
  };
}

/** The piece once it supports an answer too, or no longer does. */
export function triedUse(piece: Evidence, { question }: Asked, kind: 'linked' | 'unlinked'): Evidence {
  const others = piece.uses.filter(({ questionId }) => questionId !== question.id);
  return { ...piece, uses: kind === 'linked' ? [...others, { questionId: question.id }] : others };
}
