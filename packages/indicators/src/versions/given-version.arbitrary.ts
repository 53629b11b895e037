import { given } from '../definition/given.arbitrary.js';
import { titlesFor } from '../definition/questionnaire.arbitrary.js';
import type { Question } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { VersionDocuments } from './version-documents.js';

/** A version of these questions in English, where some texts are others than usual. */
export function givenVersion(
  questions: readonly Question[],
  changes: Partial<Questionnaire> = {},
  texts: Readonly<Record<string, string>> = {},
): VersionDocuments {
  const questionnaire = given.questionnaire(questions, changes);
  const source = titlesFor(questionnaire);
  return { questionnaire, source: { ...source, texts: { ...source.texts, ...texts } }, translations: [] };
}
