import {
  findingInput,
  type Clarification,
  type CurrentAnswer,
  type Evidence,
  type Finding,
  type Reader,
  type Standing,
} from '@kilim/contracts';
import {
  addressOf,
  addressOfFinding,
  sameAnswer,
  standingFindings,
  type Address,
  type CompiledQuestion,
  type CompiledQuestionnaire,
  type Id,
  type Scorecard,
} from '@kilim/indicators';
import { positionOf } from '../versions/instance-words';
import { questionEffects, type QuestionEffect } from './effect';

/** From none (0) to strong (3), as the three marks of the queue show it. */
export type Level = 0 | 1 | 2 | 3;

/** How it stands with what the city was asked about an answer, as long as that calls for somebody. */
export type Asked = 'open' | 'replied';

/** One question of an assessment as the queue shows it. */
export interface QueueItem {
  /** Where it stands: its question, in a repeated set with the instance. */
  readonly id: Address;
  /** The instance it is asked of; empty outside repeated sets. */
  readonly instance: string;
  /** Which of the set's instances that is, from 1. */
  readonly position?: number;
  readonly compiled: CompiledQuestion;
  readonly standing: Standing;
  readonly claim?: CurrentAnswer;
  /** The finding that stands: the first reader's, or for a second reader their own. */
  readonly finding?: Finding;
  readonly evidence: readonly Evidence[];
  readonly effect?: QuestionEffect;
  /** How much it weighs among the questions of this assessment. */
  readonly effectLevel: Level;
  /** How weak its proof is: 3 none, 2 neither address nor passage, 1 one of both, 0 both. */
  readonly weakness: Level;
  /** The city is asked about it, or has replied since it was judged. */
  readonly asked?: Asked;
  /** There is something to judge: an answer without a finding, or one that was changed or replied about after its finding. */
  readonly isToJudge: boolean;
}

/** Everything the queue is made of. */
export interface QueueInput {
  readonly compiled: CompiledQuestionnaire;
  /** On the basis of what was found: a finding may hide or reveal questions. */
  readonly scorecard: Scorecard;
  readonly answers: readonly CurrentAnswer[];
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  /** Oldest first. */
  readonly clarifications: readonly Clarification[];
  /** Whose findings it is about; absent: the first reader's, which count. */
  readonly reader?: Reader;
}

/** The questions of an assessment that are asked, in the order of the form. */
export function queueOf({
  compiled,
  scorecard,
  answers,
  findings,
  evidence,
  clarifications,
  reader = 'first',
}: QueueInput): readonly QueueItem[] {
  const asked = scorecard.questions.filter(({ score }) => score.kind !== 'notAsked');
  const effects = questionEffects(compiled, asked);
  const largest = Math.max(0, ...[...effects.values()].map(({ ofIndex }) => ofIndex));
  const claims = new Map(answers.map((answer) => [addressOf(answer.questionId, answer.instanceId), answer]));
  const judged = judgedBy(reader, findings);
  const newest = new Map(clarifications.map((each) => [addressOf(each.questionId, each.instanceId), each]));
  return asked.flatMap((score): readonly QueueItem[] => {
    const { id, address, instance = '' } = score;
    const each = compiled.byId.get(id);
    // What is calculated is nobody's claim.
    if (each === undefined || each.question.kind === 'computed') return [];
    const [claim, finding, effect] = [claims.get(address), judged.get(address), effects.get(address)];
    const supports = evidence.filter(({ uses }) => uses.some(({ questionId }) => questionId === id));
    const hasAnswer = claim !== undefined && claim.answer !== null;
    const position = positionOf(scorecard, score, each);
    const asked = askedOf(newest.get(address), finding);
    return [
      {
        id: address,
        instance,
        ...(position !== undefined && { position }),
        compiled: each,
        standing: standingOfQuestion(each, claim, finding, score),
        ...(claim !== undefined && { claim }),
        ...(finding !== undefined && { finding }),
        evidence: supports,
        ...(effect !== undefined && { effect }),
        effectLevel: levelOf(effect?.ofIndex ?? 0, largest),
        weakness: weaknessOf(supports, id),
        ...(asked !== undefined && { asked }),
        isToJudge: hasAnswer && (finding === undefined || finding.isOutdated || asked === 'replied'),
      },
    ];
  });
}

/** The finding of a reader that stands at each address; one that was withdrawn judges nothing. */
function judgedBy(reader: Reader, findings: readonly Finding[]): ReadonlyMap<Address, Finding> {
  const told = findings.map((finding) => ({ ...findingInput(finding), finding }));
  const standing = standingFindings(told, reader).filter(({ answer }) => answer !== null);
  return new Map(standing.map((each) => [addressOfFinding(each), each.finding]));
}

function askedOf(newest: Clarification | undefined, finding: Finding | undefined): Asked | undefined {
  if (newest === undefined) return undefined;
  if (newest.end === undefined) return 'open';
  const isNews = finding === undefined || newest.end.at > finding.recordedAt;
  return newest.end.kind === 'answered' && isNews ? 'replied' : undefined;
}

function standingOfQuestion(
  { question }: CompiledQuestion,
  claim: CurrentAnswer | undefined,
  finding: Finding | undefined,
  score: Scorecard['questions'][number] | undefined,
): Standing {
  if (finding !== undefined && !finding.isOutdated)
    return sameAnswer(question.kind, finding.answer, claim?.answer) ? 'verified' : 'disputed';
  if (claim === undefined || claim.answer === null) return 'unanswered';
  if (claim.answer.kind === 'notApplicable') return 'notApplicable';
  if (score?.score.kind === 'scored' && score.attainable > 0 && score.points === 0) return 'zero';
  return 'claimed';
}

function levelOf(effect: number, largest: number): Level {
  if (effect <= 0 || largest <= 0) return 0;
  const share = effect / largest;
  return share >= 2 / 3 ? 3 : share >= 1 / 3 ? 2 : 1;
}

function weaknessOf(evidence: readonly Evidence[], questionId: Id): Level {
  const strengths = evidence.map(({ url, uses }) => {
    const passage = uses.find((use) => use.questionId === questionId)?.passage;
    return (url === undefined ? 0 : 1) + (passage === undefined ? 0 : 1);
  });
  if (strengths.length === 0) return 3;
  return (2 - Math.max(...strengths)) as Level;
}

/** Which questions the list shows. */
export const FILTERS = ['toJudge', 'differing', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

/** The order of the list. */
export const ORDERS = ['effect', 'form'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * The list as it is shown. By effect: answers without any evidence first, then by how much they weigh in the index;
 * questions that are not scored come after all others, those without an answer last. Otherwise in the order of the form, indicator by indicator.
 */
export function shownQueue(items: readonly QueueItem[], filter: Filter, order: Order): readonly QueueItem[] {
  const shown = items.filter((item) => isShown(item, filter));
  return order === 'form' ? shown : [...shown].sort(byEffect);
}

function isShown(item: QueueItem, filter: Filter): boolean {
  switch (filter) {
    case 'toJudge':
      return item.isToJudge;
    case 'differing':
      return item.standing === 'disputed';
    case 'all':
      return true;
  }
}

function byEffect(a: QueueItem, b: QueueItem): number {
  const lacksAnswer = (item: QueueItem): number => (item.claim?.answer ? 0 : 1);
  const lacksScore = (item: QueueItem): number => (item.effect === undefined ? 1 : 0);
  const lacksProof = (item: QueueItem): number => (item.evidence.length === 0 ? 0 : 1);
  return (
    lacksAnswer(a) - lacksAnswer(b) ||
    lacksScore(a) - lacksScore(b) ||
    lacksProof(a) - lacksProof(b) ||
    (b.effect?.ofIndex ?? 0) - (a.effect?.ofIndex ?? 0) ||
    a.compiled.place - b.compiled.place
  );
}

/** The neighbour of a question in a list; from outside the list its beginning or end; at an edge undefined. */
export function neighbour(
  items: readonly QueueItem[],
  id: Address | undefined,
  step: 1 | -1,
): QueueItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  if (at === -1) return step === 1 ? items[0] : items.at(-1);
  return items[at + step];
}
