import type { Address } from '../answers/address.js';
import type { Answer, Answers } from '../answers/answer.js';
import { sameAnswer } from '../answers/same-answer.js';
import type { QuestionState, QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { gather } from '../definition/gather.js';
import type { Id } from '../definition/identity.js';
import { addressOfFinding, standingFindings } from './columns.js';
import type { FindingInput } from './finding-input.js';

/** How many answers of an indicator have a finding that stands, and how many of those findings differ from the claim. */
export interface FindingCounts {
  readonly judged: number;
  readonly disputed: number;
}

/** What the first reader found where a finding stands, by address; one that was withdrawn judges nothing. */
export function judgedAnswers(findings: readonly FindingInput[]): ReadonlyMap<Address, Answer> {
  return new Map(
    standingFindings(findings).flatMap((finding) =>
      finding.answer === null ? [] : [[addressOfFinding(finding), finding.answer] as const],
    ),
  );
}

/** The questions of each indicator that are asked and have a valid answer; what is calculated is nobody's answer. */
export function answeredByIndicator(states: QuestionStates): ReadonlyMap<Id, readonly QuestionState[]> {
  const answered = [...states.values()].filter(
    ({ isVisible, standing, compiled: { question, scoring } }) =>
      isVisible && standing.kind === 'answered' && scoring !== undefined && question.kind !== 'computed',
  );
  return gather(answered, ({ compiled }) => compiled.scoring?.indicator ?? '');
}

/**
 * Counts by indicator what was found about the city's answers: the same in every overview. What is found about a
 * question that is open judges no answer.
 *
 * @param states of the claims
 */
export function countFindings(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  states: QuestionStates,
  findings: readonly FindingInput[],
): ReadonlyMap<Id, FindingCounts> {
  const judged = judgedAnswers(findings);
  const answered = answeredByIndicator(states);
  return new Map(
    compiled.indicators.map(({ id }) => {
      const looked = (answered.get(id) ?? []).filter(({ address }) => judged.has(address));
      const disputed = looked.filter(
        ({ address, compiled: { question } }) =>
          !sameAnswer(question.kind, judged.get(address), claims[address]),
      );
      return [id, { judged: looked.length, disputed: disputed.length }] as const;
    }),
  );
}
