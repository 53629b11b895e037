import {
  editDraft,
  withdrawStep,
  type DraftChange,
  type DraftConflict,
  type DraftSession,
} from '@kilim/indicators';

/** A step that may still grow: somebody is typing. */
export interface OpenStep {
  readonly changeId: string;
  /** What is typed into: a field of a part. */
  readonly field: string;
}

/** What an edit came to. */
export type Edited =
  | { readonly ok: true; readonly session: DraftSession }
  | { readonly ok: false; readonly conflict: DraftConflict };

/**
 * Makes an edit part of the step before it, as long as that is the newest and about the same field: what somebody
 * types in one go is taken back in one go.
 */
export function growStep(session: DraftSession, open: OpenStep, change: DraftChange): Edited | undefined {
  const last = session.pending.at(-1);
  const [first] = last?.changes ?? [];
  if (last?.changeId !== open.changeId || last.changes.length !== 1 || first?.op !== change.op)
    return undefined;
  const before = withdrawStep(session, last.changeId);
  if (before.lost.length > 0) return undefined;
  return editDraft(before.session, last.changeId, [withFormer(change, first)]);
}

/** The newer change, from what the older one was made upon. */
function withFormer(change: DraftChange, first: DraftChange): DraftChange {
  if (change.op === 'set' && first.op === 'set') return { ...change, was: first.was };
  if (change.op === 'text' && first.op === 'text') return { ...change, was: first.was };
  if (change.op === 'translate' && first.op === 'translate') return { ...change, was: first.was };
  return change;
}
