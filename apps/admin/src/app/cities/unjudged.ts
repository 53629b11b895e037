import { claimsOf, findingInput, type CurrentAnswer, type Finding } from '@kilim/contracts';
import { judgedAnswers } from '@kilim/indicators';

/** How many answers of a city nobody has judged: the city's own value stands for them. */
export function countUnjudged(answers: readonly CurrentAnswer[], findings: readonly Finding[]): number {
  const judged = judgedAnswers(findings.map(findingInput));
  return Object.keys(claimsOf(answers)).filter((address) => !judged.has(address)).length;
}
