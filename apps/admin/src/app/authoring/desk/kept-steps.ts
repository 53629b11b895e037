import { editDraft, type DraftSession, type LostStep, type PendingStep } from '@kilim/indicators';
import type { KeptStep } from './pending-store';

/** A draft with what was kept of it on top, as far as that still fits. */
export function withKept(
  opened: DraftSession,
  steps: readonly KeptStep[],
): { readonly session: DraftSession; readonly lost: readonly LostStep[] } {
  const lost: LostStep[] = [];
  let session = opened;
  for (const step of steps) {
    const edited = editDraft(session, step.changeId, step.changes);
    if (edited.ok) ({ session } = edited);
    else lost.push({ step: asMade(step), conflict: edited.conflict });
  }
  return { session, lost };
}

/** A step that was kept, as one that has just been made: nothing of it is there to be taken back. */
export function asMade({ changeId, changes }: KeptStep): PendingStep {
  return { changeId, changes, inverse: [] };
}
