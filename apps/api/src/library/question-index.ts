import { plain, type LibraryQuestion } from '@kilim/contracts';
import {
  Id,
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
  /** Everything that is said in it, as {@link plain} has it. */
  readonly words: string;
}

/** Lists the questions of a version or draft, those of repeated sets among them, in the order of the form. */
export function indexQuestions(content: DraftContent): readonly IndexedQuestion[] {
  const document = openDraft(content);
  const { questionnaire } = document;
  return (
    questionnaire.sections
      .flatMap((section) => section.questions)
      .flatMap((question) => (question.kind === 'set' ? [question, ...question.questions] : [question]))
      // Drafts of earlier days may hold something else where an id belongs: such a question can not be named.
      .filter(({ id }) => isId(id))
      .map((question) => indexed(document, question))
  );
}

function indexed(document: DraftDocument, question: Question): IndexedQuestion {
  const { id, code, kind } = question;
  const [indicator, derivedFrom] = [question.indicator, question.derivedFrom].map((named) =>
    named !== undefined && isId(named) ? named : undefined,
  );
  const area = indicator === undefined ? undefined : findPart(document.questionnaire, indicator);
  const titleOf = (part: string) => textsOf(document, part).source.title ?? '';
  return {
    ...{ id, code, kind, title: titleOf(id), line: document.questionnaire.code },
    ...(indicator !== undefined && {
      indicator: { id: indicator, code: String(area?.part['code'] ?? ''), title: titleOf(indicator) },
    }),
    ...(derivedFrom !== undefined && { derivedFrom }),
    words: plain([...wordsOf(document, question)].join(' ')),
  };
}

function isId(word: string): boolean {
  return Id.safeParse(word).success;
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
