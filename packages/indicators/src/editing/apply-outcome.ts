import type { QuestionnaireFault } from '../checks/questionnaire-fault.js';
import type { DraftChange } from './change.js';
import type { DraftConflict, DraftConflictReason } from './conflict.js';
import type { DraftDocument } from './draft-document.js';

/** What became of a change: the new document and the change that takes it back, or why it was not applied. */
export type Outcome =
  | { readonly ok: true; readonly document: DraftDocument; readonly inverse: DraftChange }
  | { readonly ok: false; readonly conflict: DraftConflict };

/** What a conflict is about; where in the request it stands is filled in by who applies several. */
interface About {
  readonly part: string;
  readonly what?: string;
  readonly found?: unknown;
  readonly wanted?: unknown;
  readonly message?: string;
  readonly within?: string;
}

/** A change that was applied. */
export function applied(document: DraftDocument, inverse: DraftChange): Outcome {
  return { ok: true, document, inverse };
}

/** A change that was not. */
export function refused(reason: DraftConflictReason, { part, what = '', ...values }: About): Outcome {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return { ok: false, conflict: { reason, at: 0, part, what, ...Object.fromEntries(known) } };
}

/** A change that there can be no such of, because of a fault in what it brings. @param under where that is in the change */
export function unfit(
  about: Pick<About, 'part' | 'what'>,
  fault: Pick<QuestionnaireFault, 'message' | 'mend' | 'pointer'> | undefined,
  under: string,
): Outcome {
  const { message, mend, pointer } = fault ?? { message: 'It does not fit.', mend: '', pointer: '' };
  return refused('misfit', { ...about, message: `${message} ${mend}`.trim(), within: `${under}${pointer}` });
}
