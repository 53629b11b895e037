import type { Question, QuestionKind } from '../definition/question.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import type { DraftContent } from './draft-content.js';

/** What a new draft is called. */
export interface BlankVersion {
  readonly code: string;
  readonly version: string;
  readonly title: string;
  readonly sourceLanguage: string;
}

/** A draft with nothing in it but an index to hang indicators on. Not illustrative: its author answers for it. */
export function blankDraft(
  { code, version, title, sourceLanguage }: BlankVersion,
  newId: () => string,
): DraftContent {
  const index = newId();
  const questionnaire: Questionnaire = {
    ...{ format: 1, code, version, sourceLanguage, illustrative: false },
    ...{ sections: [], indicators: [], composites: [] },
    indices: [{ id: index, code: 'INDEX', members: [] }],
    rules: {
      unanswered: 'countAsZero',
      notApplicable: 'leaveOut',
      coverageToScore: 0,
      coverageToPublish: 0.65,
    },
  };
  const texts = { 'questionnaire.title': title, [`${index}.title`]: title };
  return { questionnaire, source: { language: sourceLanguage, texts }, translations: [], accepted: [] };
}

/**
 * A question of a kind with the least that such a one needs, scoring nothing yet.
 *
 * @param newId makes the ids of its options and rows
 */
export function blankQuestion(
  kind: QuestionKind,
  { id, code }: { readonly id: string; readonly code: string },
  newId: () => string,
): Question {
  const every = { id, code, required: false };
  const options = () => ['1', '2'].map((each) => ({ id: newId(), code: each }));
  switch (kind) {
    case 'yesNo':
    case 'date':
      return { ...every, kind };
    case 'single':
    case 'multiple':
    case 'ranking':
      return { ...every, kind, options: options() };
    case 'file':
      return { ...every, kind };
    case 'computed':
      return { ...every, kind, formula: { op: 'number', value: 0 }, decimals: 0 };
    case 'set':
      return { ...every, kind, questions: [], minimum: 0, maximum: 10 };
    case 'number':
      return { ...every, kind, unit: 'number', minimum: 0, maximum: 1_000_000, decimals: 0 };
    case 'share':
      return { ...every, kind, decimals: 1 };
    case 'matrix':
      return { ...every, kind, rows: [{ id: newId(), code: '1' }], columns: options() };
    case 'text':
      return { ...every, kind, maxLength: 2000 };
  }
}
