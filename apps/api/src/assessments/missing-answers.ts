import {
  TextBook,
  validateAnswer,
  visibleQuestions,
  type Answers,
  type CompiledQuestionnaire,
  type SourceTexts,
} from '@kilim/indicators';

/** A required question that keeps an assessment from being submitted. */
export interface MissingAnswer {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Not answered, or answered with something that must be mended before it counts. */
  readonly problem: 'open' | 'faulty';
}

/** The required questions that are asked and have no answer that counts, in the order of the form. */
export function missingAnswers(
  compiled: CompiledQuestionnaire,
  source: SourceTexts,
  claims: Answers,
): readonly MissingAnswer[] {
  const visible = visibleQuestions(compiled, claims);
  const texts = new TextBook(source);
  return compiled.questions.flatMap(({ question }): readonly MissingAnswer[] => {
    const { id, code } = question;
    if (!question.required || !visible.has(id)) return [];
    const answer = claims[id];
    if (answer === undefined) return [{ id, code, title: texts.title(id), problem: 'open' }];
    if (answer.kind === 'notApplicable' || validateAnswer(question, answer.value).length === 0) return [];
    return [{ id, code, title: texts.title(id), problem: 'faulty' }];
  });
}
