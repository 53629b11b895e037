import type * as fc from 'fast-check';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { applyChanges } from '../editing/apply-change.js';
import { buildChange, buildDraft } from '../editing/change.arbitrary.js';
import { contentOf, type DraftDocument } from '../editing/draft-document.js';
import { buildRevision } from './revision.arbitrary.js';
import type { VersionDocuments } from './version-documents.js';

/** Two versions, the newer made of the older by edits. */
export interface VersionPair {
  readonly before: VersionDocuments;
  readonly after: VersionDocuments;
}

/** A random version and what some random edits made of it; `edits` of them at most. Both may hold errors, as drafts do. */
export function arbitraryPair(edits = 8): fc.Arbitrary<VersionPair> {
  return arbitraryFrom((draw) => {
    const start = buildDraft(draw);
    return { before: contentOf(start), after: contentOf(buildEdited(draw, start, edits)) };
  });
}

/** A random version and the next, both without errors but for texts that are missing. */
export function arbitrarySoundPair(edits = 5): fc.Arbitrary<VersionPair> {
  return arbitraryFrom((draw) => {
    const before = contentOf(buildDraft(draw));
    const newId = idMaker();
    let { questionnaire } = before;
    for (let left = draw.integer(1, edits); left > 0; left -= 1) {
      const next = buildRevision(draw, questionnaire, newId);
      if (isSound(next)) questionnaire = next;
    }
    return { before, after: { ...before, questionnaire } };
  }).filter(({ before }) => isSound(before.questionnaire));
}

/** What some random edits make of a draft: any change an editor can make, and what authors change between versions. */
export function buildEdited(draw: Draw, start: DraftDocument, edits: number): DraftDocument {
  let document = start;
  const newId = idMaker();
  for (let left = draw.integer(0, edits); left > 0; left -= 1) {
    if (draw.integer(0, 3) === 0 && isSound(document.questionnaire)) {
      document = { ...document, questionnaire: buildRevision(draw, document.questionnaire, newId) };
    } else {
      const change = buildChange(draw, document, () => newId('new'));
      const outcome = change.op === 'replace' ? { ok: false as const } : applyChanges(document, [change]);
      if (outcome.ok) document = outcome.document;
    }
  }
  return document;
}

function idMaker(): (stem: string) => string {
  let made = 0;
  return (stem) => `${stem.toLowerCase()}-made-${String(++made)}`;
}

function isSound(questionnaire: Questionnaire): boolean {
  return checkQuestionnaire(questionnaire, titlesFor(questionnaire)).ok;
}
