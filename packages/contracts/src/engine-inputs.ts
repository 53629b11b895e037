import { addressOf, judgedAnswers, NO_INSTANCE, type Answers, type FindingInput } from '@kilim/indicators';
import type { CurrentAnswer } from './answers.js';
import type { Finding } from './findings.js';

/** A city's answers as the engine takes them; cleared ones are left out. */
export function claimsOf(
  answers: readonly Pick<CurrentAnswer, 'questionId' | 'instanceId' | 'answer'>[],
): Answers {
  return Object.fromEntries(
    answers.flatMap(({ questionId, instanceId, answer }) =>
      answer === null ? [] : [[addressOf(questionId, instanceId), answer] as const],
    ),
  );
}

/** A finding as the engine takes it. */
export function findingInput({
  id,
  questionId,
  instanceId,
  reader,
  sequence,
  answer,
}: Pick<Finding, 'id' | 'questionId' | 'instanceId' | 'reader' | 'sequence' | 'answer'>): FindingInput {
  return {
    id,
    question: questionId,
    ...(instanceId !== NO_INSTANCE && { instance: instanceId }),
    reader,
    sequence,
    answer,
  };
}

/** Whether anything was found of a city that counts: a second reader's findings do not, nor those that were withdrawn. */
export function isAnythingFound(findings: readonly Finding[]): boolean {
  return judgedAnswers(findings.map(findingInput)).size > 0;
}
