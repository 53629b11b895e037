import type { DraftChange, DraftDocument } from '@kilim/indicators';

/** What those who follow a draft are told: all of it, or what was changed. */
export type DeskNews =
  | { readonly kind: 'opened'; readonly document: DraftDocument }
  | { readonly kind: 'changed'; readonly changes: readonly DraftChange[]; readonly document: DraftDocument };

/** Those who follow what happens to the draft on a desk. */
export class Followers {
  private readonly all = new Set<(news: DeskNews) => void>();

  /** @returns how to stop following */
  add(follower: (news: DeskNews) => void): () => void {
    this.all.add(follower);
    return () => this.all.delete(follower);
  }

  tell(news: DeskNews): void {
    for (const follower of this.all) follower(news);
  }
}
