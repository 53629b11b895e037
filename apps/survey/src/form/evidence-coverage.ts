import type { Id, Question } from '@kilim/indicators';
import type { Asked } from '../assessment/asked.js';
import type { Work } from '../assessment/work.js';

/** Which answered questions of a section that ask for evidence have some, and which don't yet. */
export interface EvidenceCoverage {
  readonly supported: readonly Asked[];
  readonly missing: readonly Asked[];
}

/** Counts only what is asked, answered with a value and asks for evidence: the rest needs none. */
export function evidenceCoverage({ reading, evidence }: Work, sectionId: Id): EvidenceCoverage {
  const supportedIds = new Set(evidence.flatMap(({ uses }) => uses.map(({ questionId }) => questionId)));
  const answered = (reading.ofSection.get(sectionId) ?? []).filter(
    ({ question, address }) => asksForEvidence(question) && reading.answers[address]?.kind === 'value',
  );
  return {
    supported: answered.filter(({ question }) => supportedIds.has(question.id)),
    missing: answered.filter(({ question }) => !supportedIds.has(question.id)),
  };
}

/** Whether a question asks for evidence beside its answer; a file question is answered with it. */
export function asksForEvidence({ kind, evidence }: Question): boolean {
  return kind !== 'file' && evidence !== undefined && evidence.need !== 'none';
}
