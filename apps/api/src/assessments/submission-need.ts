import {
  placeOf,
  TextBook,
  type Address,
  type CompiledQuestionnaire,
  type Outstanding,
  type SourceTexts,
} from '@kilim/indicators';

/** What keeps an assessment from being submitted, with words for whoever asked. */
export interface SubmissionNeed {
  /** The question, or the validation that is violated. */
  readonly id: string;
  readonly code: string;
  /** What the question asks, or what the validation says. */
  readonly title: string;
  readonly problem: Outstanding['kind'];
  /** Where it is to be mended. */
  readonly addresses: readonly Address[];
}

/** Puts a need into the words of the version's source language. */
export function wordsFor(
  need: Outstanding,
  compiled: CompiledQuestionnaire,
  source: SourceTexts,
): SubmissionNeed {
  const texts = new TextBook(source);
  if (need.kind === 'violation') {
    const { validation: id, marks } = need.violation;
    const code = compiled.validations.find((each) => each.id === id)?.code ?? id;
    const title = texts.find(id, 'message')?.text ?? id;
    return { id, code, title, problem: need.kind, addresses: marks };
  }
  const { question: id } = placeOf(need.address);
  const code = compiled.byId.get(id)?.question.code ?? id;
  return { id, code, title: texts.title(id), problem: need.kind, addresses: [need.address] };
}

/** “COM.1 is not answered: …”. */
export function sentenceFor({ code, title, problem }: SubmissionNeed): string {
  return `${code} ${PREDICATES[problem]}: ${title}`;
}

const PREDICATES: Readonly<Record<SubmissionNeed['problem'], string>> = {
  open: 'is not answered',
  faulty: 'is answered with something that does not count',
  quality: 'does not say how good its figure is',
  evidence: 'lacks the evidence that is required for it',
  violation: 'is not kept by the answers',
};
