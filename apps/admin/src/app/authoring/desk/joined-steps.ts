import {
  editDraft,
  withdrawStep,
  type ConfirmedStep,
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

/**
 * A draft of which another tab has sent steps that were being typed here: what was typed on since is a step of its own,
 * made upon what was sent, and as long as nothing was it changes nothing.
 *
 * @param sent steps as the server has them, under the ids that they have here
 */
export function withRest(
  session: DraftSession,
  sent: readonly ConfirmedStep[],
  newId: () => string,
): DraftSession {
  const pending = session.pending.flatMap((step) => {
    const beginning = sent.find(({ changeId }) => changeId === step.changeId);
    const [change] = step.changes;
    const [first] = beginning?.changes ?? [];
    if (change === undefined || first === undefined || step.changes.length > 1) return [step];
    const rest = upon(change, first);
    return rest === undefined ? [step] : [step, { changeId: newId(), changes: [rest], inverse: [] }];
  });
  return { ...session, pending };
}

/** The newer change, made upon what the older one has put there; undefined where they are not about the same kind of thing. */
function upon(change: DraftChange, first: DraftChange): DraftChange | undefined {
  if (change.op === 'set' && first.op === 'set') return { ...change, was: first.value };
  if (change.op === 'text' && first.op === 'text') return { ...change, was: first.value };
  if (change.op === 'translate' && first.op === 'translate') return { ...change, was: first.value };
  return undefined;
}

/** The newer change, from what the older one was made upon. */
function withFormer(change: DraftChange, first: DraftChange): DraftChange {
  if (change.op === 'set' && first.op === 'set') return { ...change, was: first.was };
  if (change.op === 'text' && first.op === 'text') return { ...change, was: first.was };
  if (change.op === 'translate' && first.op === 'translate') return { ...change, was: first.was };
  return change;
}
