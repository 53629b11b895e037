import { applyChanges } from './apply-change.js';
import type { DraftChange } from './change.js';
import type { DraftConflict } from './conflict.js';
import { openDraft, type DraftDocument } from './draft-document.js';
import type { DraftContent } from './draft-content.js';
import { mergeChanges, type DoneStep } from './merge-changes.js';

/** A step that its author has made and the server does not have yet. */
export interface PendingStep extends DoneStep {
  /** Made by the author's program; sent again under the same id it is taken once. */
  readonly changeId: string;
}

/** A step as the server has put it into the draft's order. */
export interface ConfirmedStep extends DoneStep {
  readonly revision: number;
  readonly changeId: string;
}

/** A draft open in an editor: what the server has, and on top of it what it does not have yet. */
export interface DraftSession {
  /** The last step of the server that is known here. */
  readonly revision: number;
  readonly confirmed: DraftDocument;
  /** In the order in which they were made; to be sent one after the other. */
  readonly pending: readonly PendingStep[];
  /** What the editor shows: confirmed and pending. */
  readonly document: DraftDocument;
}

/** A step that could not stay because somebody else's came first: to be shown with both values, never dropped. */
export interface LostStep {
  readonly step: PendingStep;
  readonly conflict: DraftConflict;
}

/** Opens what the server sent. Steps left over from before a reload go in by {@link editDraft}, under their old ids. */
export function openSession(content: DraftContent, revision: number): DraftSession {
  const document = openDraft(content);
  return { revision, confirmed: document, pending: [], document };
}

/** Makes a step; all of its changes or, with a conflict, none. A step that changes nothing is none. */
export function editDraft(
  session: DraftSession,
  changeId: string,
  changes: readonly DraftChange[],
):
  | { readonly ok: true; readonly session: DraftSession }
  | { readonly ok: false; readonly conflict: DraftConflict } {
  const outcome = applyChanges(session.document, changes);
  if (!outcome.ok) return outcome;
  if (outcome.document === session.document) return { ok: true, session };
  const step = { changeId, changes, inverse: outcome.inverse };
  return {
    ok: true,
    session: { ...session, document: outcome.document, pending: [...session.pending, step] },
  };
}

/**
 * Takes in what the server has done since: the author's own steps, which it has confirmed, and those of others, which
 * go in underneath what is pending. Steps that are known already are passed over.
 *
 * @throws Error when a step is missing in between, or does not fit: then the draft must be read anew
 */
export function receiveSteps(
  session: DraftSession,
  steps: readonly ConfirmedStep[],
): { readonly session: DraftSession; readonly lost: readonly LostStep[] } {
  const fresh = steps.filter(({ revision }) => revision > session.revision);
  if (fresh.length === 0) return { session, lost: [] };
  const confirmed = fresh.reduce((document, step, at) => {
    if (step.revision !== session.revision + at + 1) throw new Error('A step of this draft is missing.');
    const outcome = applyChanges(document, step.changes, 'settled');
    if (!outcome.ok) throw new Error('A step of this draft does not fit to what came before it.');
    return outcome.document;
  }, session.confirmed);
  const own = new Set(fresh.map(({ changeId }) => changeId));
  const foreign = fresh.filter(({ changeId }) => !session.pending.some((step) => step.changeId === changeId));
  const waiting = session.pending.filter(({ changeId }) => !own.has(changeId));
  const revision = session.revision + fresh.length;
  return onTop({ revision, confirmed, pending: [], document: confirmed }, foreign, waiting);
}

/** A step that the server refused leaves the draft; those after it stay as far as they can. */
export function withdrawStep(
  session: DraftSession,
  changeId: string,
): { readonly session: DraftSession; readonly lost: readonly LostStep[] } {
  const others = session.pending.filter((step) => step.changeId !== changeId);
  return onTop({ ...session, pending: [], document: session.confirmed }, [], others);
}

function onTop(
  base: DraftSession,
  foreign: readonly DoneStep[],
  waiting: readonly PendingStep[],
): { readonly session: DraftSession; readonly lost: readonly LostStep[] } {
  const lost: LostStep[] = [];
  let { document } = base;
  const pending: PendingStep[] = [];
  for (const step of waiting) {
    const outcome = mergeChanges(document, foreign, step.changes);
    if (!outcome.ok) {
      lost.push({ step, conflict: outcome.conflict });
      continue;
    }
    if (outcome.document === document) continue;
    document = outcome.document;
    pending.push({ ...step, inverse: outcome.inverse });
  }
  return { session: { ...base, pending, document }, lost };
}
