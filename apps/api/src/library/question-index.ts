import type { LibraryQuestion } from '@kilim/contracts';
import {
  findPart,
  openDraft,
  partsWithin,
  textsOf,
  type DraftContent,
  type DraftDocument,
  type ListedPart,
  type Question,
} from '@kilim/indicators';

/** A question of one version or draft, as it is searched. */
export interface IndexedQuestion extends Omit<LibraryQuestion, 'uses'> {
  /** Everything that is said in it, folded: see {@link folded}. */
  readonly words: string;
}

/** Lists the questions of a version or draft, those of repeated sets among them, in the order of the form. */
export function indexQuestions(content: DraftContent): readonly IndexedQuestion[] {
  const document = openDraft(content);
  const { questionnaire } = document;
  return questionnaire.sections
    .flatMap((section) => section.questions)
    .flatMap((question) => (question.kind === 'set' ? [question, ...question.questions] : [question]))
    .map((question) => indexed(document, question));
}

/** Words without what differs between ways of writing them: capitals, accents, the Polish ł. */
export function folded(words: string): string {
  return words.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}

function indexed(document: DraftDocument, question: Question): IndexedQuestion {
  const { id, code, kind, derivedFrom } = question;
  const area =
    question.indicator === undefined ? undefined : findPart(document.questionnaire, question.indicator);
  const titleOf = (part: string) => textsOf(document, part).source.title ?? '';
  return {
    ...{ id, code, kind, title: titleOf(id), line: document.questionnaire.code },
    ...(question.indicator !== undefined && {
      indicator: {
        id: question.indicator,
        code: String(area?.part['code'] ?? ''),
        title: titleOf(question.indicator),
      },
    }),
    ...(derivedFrom !== undefined && { derivedFrom }),
    words: folded([...wordsOf(document, question)].join(' ')),
  };
}

function* wordsOf(document: DraftDocument, question: Question): Generator<string> {
  for (const { address, part } of partsWithin(question.id, question)) {
    // The questions of a set are found by themselves.
    if (address !== question.id && 'kind' in part) continue;
    yield String((part as ListedPart)['code'] ?? '');
    const { source, translations } = textsOf(document, address);
    yield* Object.values(source);
    for (const fields of Object.values(translations))
      for (const translated of Object.values(fields)) yield translated.text;
  }
}
