import type { Evidence } from '@kilim/contracts';
import type { Speech } from '../language/speech';
import { fileWords } from './file-words';

/** A piece of evidence in one line: title, publisher, level, date, passage, file. */
export function evidenceWords(evidence: Evidence, questionId: string, say: Speech): string {
  const passage = evidence.uses.find((use) => use.questionId === questionId)?.passage;
  return [
    evidence.title,
    evidence.publisher,
    say.t(`evidence.level.${evidence.level}`),
    evidence.date === undefined ? undefined : say.partialDate(evidence.date),
    passage,
    evidence.file && fileWords(evidence.file, say),
  ]
    .filter((part): part is string => part !== undefined && part !== '')
    .join(', ');
}
