import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { applyField } from './apply-field.js';
import { applyAccept, applyAddLanguage, applyRemoveLanguage, applyReplace } from './apply-languages.js';
import { applyInsert, applyMove, applyRemove } from './apply-list.js';
import { refused, type Outcome } from './apply-outcome.js';
import { applyText, applyTranslate } from './apply-text.js';
import type { DraftChange } from './change.js';
import type { DraftConflict } from './conflict.js';
import { MOST_ACCEPTED, MOST_LANGUAGES } from './draft-content.js';
import type { DraftDocument } from './draft-document.js';
import type { Terms } from './terms.js';

/**
 * Applies a change to a draft. The draft that is given stays as it is; the new one shares with it whatever the change
 * does not touch. A change that changes nothing (the value is there already) gives the very same draft.
 *
 * @param terms `settled` for what was taken already and is made again
 * @returns the new draft and the change that takes this one back exactly, or the conflict that kept it from being applied
 */
export function applyChange(document: DraftDocument, change: DraftChange, terms: Terms = 'offered'): Outcome {
  const outcome = applyOne(document, change, terms);
  return (terms === 'offered' && outcome.ok && excessOf(document, outcome.document)) || outcome;
}

/** Refuses what a draft grows beyond its bounds with: it could not be shown any more. */
function excessOf(before: DraftDocument, after: DraftDocument): Outcome | undefined {
  const refusal = (message: string) => refused('misfit', { part: QUESTIONNAIRE_WORD, message });
  const hasGrown = (what: 'languages' | 'accepted', most: number) =>
    after[what].length > Math.max(most, before[what].length);
  if (hasGrown('languages', MOST_LANGUAGES))
    return refusal(
      `A draft is translated into at most ${String(MOST_LANGUAGES)} languages. Give one up first.`,
    );
  if (hasGrown('accepted', MOST_ACCEPTED))
    return refusal(
      `A draft lets at most ${String(MOST_ACCEPTED)} warnings stand. Mend some of what they are about first.`,
    );
  return undefined;
}

function applyOne(document: DraftDocument, change: DraftChange, terms: Terms): Outcome {
  switch (change.op) {
    case 'set':
      return applyField(document, change, terms);
    case 'text':
      return applyText(document, change);
    case 'translate':
      return applyTranslate(document, change);
    case 'insert':
      return applyInsert(document, change, terms);
    case 'remove':
      return applyRemove(document, change);
    case 'move':
      return applyMove(document, change, terms);
    case 'addLanguage':
      return applyAddLanguage(document, change);
    case 'removeLanguage':
      return applyRemoveLanguage(document, change);
    case 'accept':
      return applyAccept(document, change);
    case 'replace':
      return applyReplace(document, change, terms);
  }
}

/** What became of several changes that belong together: all of them happened, or none. */
export type JointOutcome =
  | {
      readonly ok: true;
      readonly document: DraftDocument;
      /** Applied in this order they take all of it back. */
      readonly inverse: readonly DraftChange[];
    }
  | { readonly ok: false; readonly conflict: DraftConflict };

/** Applies changes one after the other, all or none; see {@link applyChange}. */
export function applyChanges(
  document: DraftDocument,
  changes: readonly DraftChange[],
  terms: Terms = 'offered',
): JointOutcome {
  let current = document;
  const inverse: DraftChange[] = [];
  for (const [at, change] of changes.entries()) {
    const outcome = applyChange(current, change, terms);
    if (!outcome.ok) return { ok: false, conflict: { ...outcome.conflict, at } };
    current = outcome.document;
    inverse.push(outcome.inverse);
  }
  return { ok: true, document: current, inverse: inverse.reverse() };
}
