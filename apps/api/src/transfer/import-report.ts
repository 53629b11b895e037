import type { ImportFormat, ImportReport } from '@kilim/contracts';
import { checkDraft, openDraft, textsOf, type DraftContent, type Question } from '@kilim/indicators';
import { sha256 } from '../questionnaires/content-hash.js';

/** Says what was understood of a file. */
export function reportOf(
  format: ImportFormat,
  content: DraftContent,
  losses: ImportReport['losses'],
): ImportReport {
  const document = openDraft(content);
  const { questionnaire } = document;
  const title = (id: string) => textsOf(document, id).source.title ?? '';
  return {
    format,
    ...{ code: questionnaire.code, version: questionnaire.version, title: title('questionnaire') },
    ...{ sourceLanguage: questionnaire.sourceLanguage, languages: document.languages },
    ...{ indicators: questionnaire.indicators.length, terms: questionnaire.glossary?.length ?? 0 },
    sections: questionnaire.sections.map((section) => ({
      ...{ code: section.code, title: title(section.id) },
      questions: section.questions.flatMap(withItsOwn).map((question) => ({
        ...{ code: question.code, title: title(question.id), kind: question.kind },
        scored: question.indicator !== undefined,
        conditional: question.askedIf !== undefined,
      })),
    })),
    losses,
    faults: checkDraft(document, sha256),
  };
}

/** A question, followed by those of a repeated set. */
function withItsOwn(question: Question): readonly Question[] {
  return question.kind === 'set' ? [question, ...question.questions] : [question];
}
