import type { CurrentAnswer, Finding } from '@kilim/contracts';
import { addressOf, type Answers, type FindingInput } from '@kilim/indicators';

/** The claims of an assessment as the engine takes them; cleared answers are left out. */
export function claimsOf(answers: readonly CurrentAnswer[]): Answers {
  return Object.fromEntries(
    answers.flatMap(({ questionId, instanceId, answer }) =>
      answer === null ? [] : [[addressOf(questionId, instanceId), answer]],
    ),
  );
}

/** Findings as the engine takes them. */
export function findingInputs(findings: readonly Finding[]): readonly FindingInput[] {
  return findings.map(({ id, questionId, instanceId, reader, sequence, answer }) => ({
    id,
    question: questionId,
    ...(instanceId !== '' && { instance: instanceId }),
    reader,
    sequence,
    answer,
  }));
}
