import type * as fc from 'fast-check';
import { checkQuestionnaire } from '../definition/check-questionnaire.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { applyChanges } from '../editing/apply-change.js';
import { buildChange, buildDraft } from '../editing/change.arbitrary.js';
import { contentOf, type DraftDocument } from '../editing/draft-document.js';
import type { VersionDocuments } from './version-documents.js';

/** Two versions in either order, the one made of the other by edits; both may hold errors, as drafts do. */
export interface VersionPair {
  readonly before: VersionDocuments;
  readonly after: VersionDocuments;
}

/** A random version and what some random edits made of it; `edits` of them at most. */
export function arbitraryPair(edits = 8): fc.Arbitrary<VersionPair> {
  return arbitraryFrom((draw) => {
    const start = buildDraft(draw);
    return { before: contentOf(start), after: contentOf(edited(draw, start, edits)) };
  });
}

/** The same, where no edit has made an error of those that keep a version from being used. */
export function arbitrarySoundPair(edits = 8): fc.Arbitrary<VersionPair> {
  return arbitraryPair(edits).filter(({ before, after }) => isSound(before) && isSound(after));
}

function edited(draw: Draw, start: DraftDocument, edits: number): DraftDocument {
  let document = start;
  let made = 0;
  const count = draw.integer(0, edits);
  for (let at = 0; at < count; at += 1) {
    const change = buildChange(draw, document, () => `new-${String(++made)}`);
    const outcome = change.op === 'replace' ? { ok: false as const } : applyChanges(document, [change]);
    if (outcome.ok) document = outcome.document;
  }
  return document;
}

function isSound({ questionnaire, source }: VersionDocuments): boolean {
  return checkQuestionnaire(questionnaire, source).ok;
}
