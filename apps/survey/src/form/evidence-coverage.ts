import type { Id, Question } from '@kilim/indicators';
import type { Work } from '../assessment/work.js';

/** Which answered, scored questions of a section have evidence, and which don't yet. */
export interface EvidenceCoverage {
  readonly supported: readonly Question[];
  readonly missing: readonly Question[];
}

/** Counts only what is asked, scored and answered with a value: the rest needs no evidence. */
export function evidenceCoverage({ version, reading, evidence }: Work, sectionId: Id): EvidenceCoverage {
  const supportedIds = new Set(evidence.flatMap(({ uses }) => uses.map(({ questionId }) => questionId)));
  const answered = version.compiled.questions
    .filter(
      ({ section, scoring, question }) =>
        section.id === sectionId &&
        scoring !== undefined &&
        reading.visible.has(question.id) &&
        reading.answers[question.id]?.kind === 'value',
    )
    .map(({ question }) => question);
  return {
    supported: answered.filter(({ id }) => supportedIds.has(id)),
    missing: answered.filter(({ id }) => !supportedIds.has(id)),
  };
}
