import {
  applyChanges,
  contentOf,
  openDraft,
  type DraftChange,
  type DraftContent,
  type DraftDocument,
} from '@kilim/indicators';
import type { DeskNews } from './desk-news';

/** News of a draft as it goes to another thread: all of it once, then only what was changed. */
export type DraftMessage =
  | { readonly kind: 'opened'; readonly content: DraftContent }
  | { readonly kind: 'changed'; readonly changes: readonly DraftChange[] };

export function messageOf(news: DeskNews): DraftMessage {
  return news.kind === 'opened'
    ? { kind: 'opened', content: contentOf(news.document) }
    : { kind: 'changed', changes: news.changes };
}

/** What a follower has after a message; undefined when it has missed something and must be told all of it again. */
export function followed(
  document: DraftDocument | undefined,
  message: DraftMessage,
): DraftDocument | undefined {
  if (message.kind === 'opened') return openDraft(message.content);
  if (document === undefined) return undefined;
  const outcome = applyChanges(document, message.changes, 'settled');
  return outcome.ok ? outcome.document : undefined;
}
