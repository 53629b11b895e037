import {
  answersIn,
  questionStates,
  TextBook,
  type Address,
  type Answers,
  type CompiledQuestionnaire,
  type SourceTexts,
} from '@kilim/indicators';

/** A required question that keeps an assessment from being submitted. */
export interface MissingAnswer {
  readonly id: string;
  /** Where it is asked: in a repeated set, of which instance. */
  readonly address: Address;
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
  const texts = new TextBook(source);
  const states = [...questionStates(compiled, answersIn(claims)).values()];
  return states.flatMap(({ address, isVisible, standing, compiled: { question } }) => {
    const { id, code, required } = question;
    if (!required || !isVisible) return [];
    if (standing.kind !== 'open' && standing.kind !== 'faulty') return [];
    return [{ id, address, code, title: texts.title(id), problem: standing.kind }];
  });
}
