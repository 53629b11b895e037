import { gather, type Id } from '@kilim/indicators';
import type { Asked } from './asked.js';
import { isOwnSection, type Work } from './work.js';

/** Where somebody stopped: a section, and the question to go on with when there is one. */
export interface Place {
  readonly sectionId: Id;
  readonly sectionCode: string;
  /** Absent: everything in the section is answered. */
  readonly asked?: Asked;
}

const keyOf = (assessmentId: string): string => `kilim.section.${assessmentId}`;

/** Remembers the section one works on, per assessment, on this device. */
export function rememberSection(assessmentId: string, sectionId: Id): void {
  try {
    localStorage.setItem(keyOf(assessmentId), sectionId);
  } catch {
    // Storage is switched off: the newest answer says where one was.
  }
}

function rememberedSection(assessmentId: string): Id | undefined {
  try {
    return localStorage.getItem(keyOf(assessmentId)) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where to go on: the first open question after the newest answer of the section last opened on this device, else of
 * the person's newest answer; when that section is done, the next open question of the form, from the top again if
 * need be; when all is done, the first section.
 */
export function placeToGoOn({ assessment, version, reading, saved, session }: Work): Place | undefined {
  const { questions } = version.compiled;
  const mayAnswer = (sectionId: Id): boolean => isOwnSection(assessment, sectionId);
  const newest = [...saved.acknowledged.values()]
    .filter(({ savedBy }) => savedBy.id === session.account.id)
    .reduce<{ readonly questionId: Id; readonly savedAt: string } | undefined>(
      (latest, answer) => (latest && latest.savedAt > answer.savedAt ? latest : answer),
      undefined,
    );
  const sectionId =
    rememberedSection(assessment.id) ?? (newest && version.compiled.byId.get(newest.questionId)?.section.id);
  const start = Math.max(
    0,
    questions.findIndex(({ section, question }) =>
      newest && version.compiled.byId.get(newest.questionId)?.section.id === sectionId
        ? question.id === newest.questionId
        : section.id === sectionId,
    ),
  );
  const turned = [...questions.slice(start), ...questions.slice(0, start)];
  const own = turned.filter(({ section }) => mayAnswer(section.id));
  const places = gather(reading.asked, ({ question }) => question.id);
  const open = own
    .flatMap(({ question, section }) => (places.get(question.id) ?? []).map((asked) => ({ asked, section })))
    .find(
      ({ asked }) =>
        reading.states.get(asked.address)?.standing.kind === 'open' && asked.question.kind !== 'computed',
    );
  const { section } = open ?? own[0] ?? turned[0] ?? {};
  return (
    section && {
      sectionId: section.id,
      sectionCode: section.code,
      ...(open && { asked: open.asked }),
    }
  );
}
