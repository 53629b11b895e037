import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import type { QuestionnaireVersion } from '@kilim/contracts';
import { Say } from '../language/say';
import { VersionBook } from '../versions/version-book';
import { VersionStore } from '../versions/version-store';

/**
 * The versions that a list of assessments is bound to, each fetched once; they come one by one, and until then an entry
 * shows ids. Call it where a page is made.
 */
export function booksOf(versionIds: () => readonly string[]): Signal<ReadonlyMap<string, VersionBook>> {
  const [store, say] = [inject(VersionStore), inject(Say)];
  const come = signal<ReadonlyMap<string, QuestionnaireVersion>>(new Map());
  effect(() => {
    for (const id of new Set(versionIds())) {
      if (untracked(come).has(id)) continue;
      store.fetch(id).then(
        (version) => come.update((before) => new Map(before).set(id, version)),
        // Without its version an entry is shown with ids instead of words: less readable, nothing is missing.
        () => undefined,
      );
    }
  });
  return computed(
    () => new Map([...come()].map(([id, version]) => [id, new VersionBook(version, say.language())])),
  );
}
