import type * as fc from 'fast-check';
import { checkQuestionnaire } from '../definition/check-questionnaire.js';
import { arbitraryFrom, type Draw } from '../definition/draw.arbitrary.js';
import { placedOptions } from '../definition/parts.js';
import { buildPlainQuestion } from '../definition/question.arbitrary.js';
import type { Question } from '../definition/question.js';
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
    return { before: contentOf(start), after: contentOf(buildEdited(draw, start, edits)) };
  });
}

/** The same, where no edit has made an error of those that keep a version from being used. */
export function arbitrarySoundPair(edits = 8): fc.Arbitrary<VersionPair> {
  return arbitraryPair(edits).filter(({ before, after }) => isSound(before) && isSound(after));
}

/** What some random edits make of a draft: any change an editor can make, and questions made anew under their ids. */
export function buildEdited(draw: Draw, start: DraftDocument, edits: number): DraftDocument {
  let document = start;
  let made = 0;
  const newId = (stem = 'new') => `${stem}-made-${String(++made)}`;
  const count = draw.integer(0, edits);
  for (let at = 0; at < count; at += 1) {
    if (draw.integer(0, 3) === 0) document = withQuestionRemade(draw, document, newId);
    const change = buildChange(draw, document, newId);
    const outcome = change.op === 'replace' ? { ok: false as const } : applyChanges(document, [change]);
    if (outcome.ok) document = outcome.document;
  }
  return document;
}

/** A question of any kind in the place of one, whose choices keep their ids as far as there are as many. */
function withQuestionRemade(
  draw: Draw,
  document: DraftDocument,
  newId: (stem: string) => string,
): DraftDocument {
  const { questionnaire } = document;
  const plain = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind !== 'set' && kind !== 'computed');
  const [old] = draw.shuffled(plain);
  if (!old) return document;
  const made = buildPlainQuestion(
    { draw, newId, around: { outside: [], inside: [], sets: [] } },
    old.code,
    old.indicator,
  );
  const choices = placedOptions(old).options;
  const { key, options } = placedOptions(made);
  const remade = {
    ...made,
    id: old.id,
    ...(options.length > 0 && {
      [key]: options.map((option, at) => ({ ...option, id: choices[at]?.id ?? option.id })),
    }),
  } as Question;
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => (each === old ? remade : each)),
  }));
  return { ...document, questionnaire: { ...questionnaire, sections } };
}

function isSound({ questionnaire, source }: VersionDocuments): boolean {
  return checkQuestionnaire(questionnaire, source).ok;
}
