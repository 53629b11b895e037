/**
 * Checks a draft away from the thread that somebody types on. It follows the draft change by change and answers, once
 * there is a moment without news, with all that the checks say.
 */
import '../../../no-eval';
import {
  checkDraft,
  rememberingDigest,
  sha256,
  type DraftDocument,
  type DraftFault,
} from '@kilim/indicators';
import { followed, type DraftMessage } from '../desk/draft-news';

/** What the worker answers: what the checks say, or that it has lost the thread. */
export type CheckAnswer =
  { readonly kind: 'checked'; readonly faults: readonly DraftFault[] } | { readonly kind: 'lost' };

const CALM_MS = 200;
const digest = rememberingDigest(sha256);
let document: DraftDocument | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', ({ data }: MessageEvent<DraftMessage>) => {
  document = followed(document, data);
  clearTimeout(timer);
  if (document === undefined) return answer({ kind: 'lost' });
  timer = setTimeout(check, data.kind === 'opened' ? 0 : CALM_MS);
});

function check(): void {
  if (document) answer({ kind: 'checked', faults: checkDraft(document, digest) });
}

function answer(message: CheckAnswer): void {
  postMessage(message);
}
