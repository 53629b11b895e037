import { applyChanges, type JointOutcome } from './apply-change.js';
import type { DraftChange } from './change.js';
import type { DraftConflict } from './conflict.js';
import type { DraftDocument } from './draft-document.js';
import type { Terms } from './terms.js';
import { Touched, touchesOf, type Touch } from './touches.js';

/** Something that was done to a draft: changes that belong together, and what takes them back. */
export interface DoneStep {
  readonly changes: readonly DraftChange[];
  readonly inverse: readonly DraftChange[];
}

/**
 * Applies changes that somebody made without knowing of what others have done since. What does not touch the same
 * things goes in; what does is a conflict, and nothing of it goes in.
 *
 * @param document the draft as it is now
 * @param since    what was done to it since the author last saw it, in order
 * @param terms    see `applyChange`
 */
export function mergeChanges(
  document: DraftDocument,
  since: readonly DoneStep[],
  changes: readonly DraftChange[],
  terms: Terms = 'offered',
): JointOutcome {
  const outcome = applyChanges(document, changes, terms);
  if (!outcome.ok || outcome.document === document) return outcome;
  const touched = new Touched(since.flatMap((step) => touchesOf(step.changes, step.inverse)));
  if (touched.isEmpty) return outcome;
  const conflict = firstCollision(document, touched, changes, terms);
  return conflict ? { ok: false, conflict } : outcome;
}

/** The last of some steps that touched what a conflict is about. */
export function stepTouching<Step extends DoneStep>(
  steps: readonly Step[],
  { part, what }: Pick<DraftConflict, 'part' | 'what'>,
): Step | undefined {
  return steps.findLast(({ changes, inverse }) =>
    new Touched(touchesOf(changes, inverse)).collidesWith({ part, what }),
  );
}

function firstCollision(
  document: DraftDocument,
  touched: Touched,
  changes: readonly DraftChange[],
  terms: Terms,
): DraftConflict | undefined {
  let current = document;
  for (const [at, change] of changes.entries()) {
    const outcome = applyChanges(current, [change], terms);
    if (!outcome.ok) return { ...outcome.conflict, at };
    const isChange = outcome.document !== current;
    const own = touchesOf([change], outcome.inverse);
    const met = isChange ? own.find((each) => touched.collidesWith(each)) : undefined;
    if (met) return collision(at, change, outcome.inverse, met);
    current = outcome.document;
  }
  return undefined;
}

/** What collided: the touch that both have, with what is there now and what should have come. */
function collision(
  at: number,
  change: DraftChange,
  inverse: readonly DraftChange[],
  place: Touch,
): DraftConflict {
  const found = valueOf(inverse[0]);
  const wanted = valueOf(change);
  return {
    ...{ reason: 'changed', at, part: place.part === '*' ? 'questionnaire' : place.part, what: place.what },
    ...(found !== undefined && { found }),
    ...(wanted !== undefined && { wanted }),
  };
}

function valueOf(change: DraftChange | undefined): unknown {
  switch (change?.op) {
    case 'set':
    case 'text':
    case 'translate':
    case 'insert':
      return change.value;
    case 'accept':
      return change.reason;
    case 'move':
      return change.place;
    default:
      return undefined;
  }
}
