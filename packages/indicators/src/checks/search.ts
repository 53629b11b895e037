import { comparison, leafHolds } from '../answers/evaluate-condition.js';
import { evaluateFormula } from '../answers/evaluate-formula.js';
import { addressOf, NO_INSTANCE, placeOf } from '../answers/place.js';
import type { Sight } from '../answers/sight.js';
import type { Id } from '../definition/identity.js';
import type { AnswerLeaf, CompareLeaf } from '../definition/looked-at.js';
import type { PlacedQuestion } from '../definition/parts.js';
import type { Question, QuestionOf } from '../definition/question.js';
import { roundRational } from '../definition/rational.js';
import type { Scope } from '../definition/scope.js';
import { candidatesOf, listedBy, unaskedCandidatesOf, type Candidate } from './candidates.js';
import { certaintyOfComparison, isOutOfReach, OPPOSITE, rangeOf, rangeOfResult } from './formula-range.js';
import { listOf, type Goal, type Goals, type HoldsGoal, type SettledGoal } from './goal.js';
import { whereResultLacks } from './lacking-result.js';
import type { Onlookers } from './telling-answers.js';

/** Whether some answers bring something about. */
export type Verdict = 'possible' | 'impossible' | 'undecided';

/** One of several ways on: a question comes to this, if named, and these goals are met. */
interface Way {
  readonly pick?: { readonly address: string; readonly candidate: Candidate };
  readonly goals: readonly Goal[];
}

/** What a goal takes: nothing can bring it about, all of these goals, or one of these ways. */
type Step = 'closed' | { readonly all: readonly Goal[] } | { readonly either: readonly Way[] };

const DONE: Step = { all: [] };
const NOT_APPLICABLE: Candidate = { kind: 'notApplicable' };
const UNSEEN: Onlookers = { leaves: [], thresholds: [], isCalculatedWith: false };

/** One search, with what was found out so far; what is taken back when a way leads nowhere is on the trail. */
export class Search {
  followed = 0;
  /** Whether every answer there is was among those gone through. */
  private isComplete = true;
  private readonly candidates = new Map<string, readonly Candidate[]>();
  private readonly asked = new Set<string>();
  private readonly trail: (() => void)[] = [];

  constructor(
    private readonly byId: ReadonlyMap<Id, PlacedQuestion>,
    private readonly scope: Scope,
    private readonly onlookers: ReadonlyMap<Id, Onlookers>,
    /** Whether a question is known never to be asked, so that no answer to it is ever seen. */
    private readonly isNeverAsked: (question: Id) => boolean,
    private readonly budget: number,
  ) {}

  /** @param later goals that can only be told once all others are met */
  solve(now: Goals | undefined, later: Goals | undefined): Verdict {
    let [open, waiting] = [now, later];
    for (;;) {
      if (++this.followed > this.budget) return 'undecided';
      let step: Step;
      if (open !== undefined) {
        const { goal } = open;
        open = open.next;
        if (goal.kind === 'settled') {
          waiting = { goal, next: waiting };
          continue;
        }
        step = this.follow(goal);
      } else if (waiting?.goal.kind === 'settled') {
        step = this.settle(waiting.goal);
        if (step !== 'closed' && 'all' in step) waiting = waiting.next;
      } else return 'possible';
      if (step === 'closed') return this.isComplete ? 'impossible' : 'undecided';
      if ('either' in step) return this.tryEach(step.either, open, waiting);
      open = listOf(step.all, open);
    }
  }

  private tryEach(ways: readonly Way[], open: Goals | undefined, waiting: Goals | undefined): Verdict {
    let verdict: Verdict = this.isComplete ? 'impossible' : 'undecided';
    for (const { pick, goals } of ways) {
      const before = this.trail.length;
      if (pick) this.narrowTo(pick.address, [pick.candidate]);
      const outcome = this.solve(listOf(goals, open), waiting);
      while (this.trail.length > before) this.trail.pop()?.();
      if (outcome === 'possible') return outcome;
      if (outcome === 'undecided') verdict = outcome;
      if (this.followed > this.budget) return 'undecided';
    }
    return verdict;
  }

  private follow(goal: Exclude<Goal, { readonly kind: 'settled' }>): Step {
    switch (goal.kind) {
      case 'asked':
        return this.followAsked(goal.question, goal.instance);
      case 'notAsked': {
        const placed = this.byId.get(goal.question);
        const condition = placed?.question.askedIf;
        if (condition === undefined) return 'closed';
        const from = { set: placed?.set?.id, instance: goal.instance };
        return { all: [{ kind: 'holds', condition, wanted: false, strictly: false, ...from }] };
      }
      case 'listed':
        return this.narrow(goal.set, NO_INSTANCE, (candidate) => listedBy(candidate).includes(goal.instance));
      case 'holds':
        return this.followCondition(goal);
    }
  }

  private followAsked(question: Id, instance: string): Step {
    const address = addressOf(question, instance);
    if (this.asked.has(address)) return DONE;
    this.asked.add(address);
    this.trail.push(() => this.asked.delete(address));
    const placed = this.byId.get(question);
    const set = placed?.set?.id;
    const condition = placed?.question.askedIf;
    return {
      all: [
        ...(set === undefined ? [] : [{ kind: 'listed', set, instance } as const]),
        ...(condition === undefined
          ? []
          : [{ kind: 'holds', condition, wanted: true, strictly: false, set, instance } as const]),
      ],
    };
  }

  private followCondition(goal: HoldsGoal): Step {
    const { condition, wanted } = goal;
    switch (condition.op) {
      case 'all':
      case 'any': {
        const parts = condition.of.map((part): Goal => ({ ...goal, condition: part }));
        const isEach = (condition.op === 'all') === wanted;
        return isEach ? { all: parts } : { either: parts.map((part) => ({ goals: [part] })) };
      }
      case 'not':
        return { all: [{ ...goal, condition: condition.of, wanted: !wanted }] };
      case 'compare':
        return this.followComparison(condition, goal);
      default:
        return this.followLeaf(condition, goal);
    }
  }

  private followComparison(leaf: CompareLeaf, { wanted, strictly, ...from }: HoldsGoal): Step {
    const relation = wanted ? leaf.relation : OPPOSITE[leaf.relation];
    const isCertain = certaintyOfComparison(leaf, this.scope) === (wanted ? 'never' : 'always');
    const isUnreached =
      (wanted || strictly) && certaintyOfComparison({ ...leaf, relation }, this.scope) === 'never';
    if (isCertain || isUnreached) return 'closed';
    const test = (sight: Sight) => {
      const holds = comparison(leaf, sight);
      return strictly ? holds === wanted : (holds === true) === wanted;
    };
    return { all: [{ kind: 'settled', set: from.set, instance: from.instance, test }] };
  }

  private followLeaf(leaf: AnswerLeaf, goal: HoldsGoal): Step {
    const { wanted, strictly } = goal;
    const placed = this.byId.get(leaf.question);
    const home = placed?.set?.id;
    if (placed === undefined || (home !== undefined && home !== goal.set)) return wanted ? 'closed' : DONE;
    const instance = home === undefined ? NO_INSTANCE : goal.instance;
    if (!wanted && strictly && leaf.op === 'answered') return this.leftOut(placed.question, instance, home);
    if (placed.question.kind === 'computed') return this.followCalculated(leaf, goal);
    const holds = (candidate: Candidate) => candidate.kind === 'value' && leafHolds(leaf, candidate.value);
    return this.narrow(leaf.question, instance, (candidate) => {
      if (wanted) return holds(candidate);
      return strictly ? candidate.kind === 'value' && !holds(candidate) : !holds(candidate);
    });
  }

  /** A question has no answer and none is to come: it is not asked, does not apply, or has no result. */
  private leftOut(question: Question, instance: string, set: Id | undefined): Step {
    const address = addressOf(question.id, instance);
    // What else it may come to makes no difference here: that need not all be gone through.
    const known = this.candidates.get(address);
    const mayNotApply = known?.some(({ kind }) => kind === 'notApplicable') ?? question.mayNotApply === true;
    return {
      either: [
        { goals: [{ kind: 'notAsked', question: question.id, instance }] },
        ...(mayNotApply ? [{ pick: { address, candidate: NOT_APPLICABLE }, goals: [] }] : []),
        ...(question.kind === 'computed' ? this.withoutResult(question, instance, set) : []),
      ],
    };
  }

  /** A calculation has no result, and none is to come. */
  private withoutResult(
    question: QuestionOf<'computed'>,
    instance: string,
    set: Id | undefined,
  ): readonly Way[] {
    const { low, high, mayBeAbsent } = rangeOfResult(question, this.scope);
    if (!mayBeAbsent) return [];
    const condition = whereResultLacks(question.formula);
    // Which results are too large for a number is not followed.
    if (condition === undefined || low === undefined || high === undefined) this.isComplete = false;
    return condition === undefined
      ? []
      : [{ goals: [{ kind: 'holds', condition, wanted: true, strictly: true, set, instance }] }];
  }

  private followCalculated(leaf: AnswerLeaf, { wanted, strictly, set, instance }: HoldsGoal): Step {
    if (wanted && this.isBeyondReach(leaf)) return 'closed';
    const test = (sight: Sight) => {
      const value = sight.valueOf(leaf.question);
      if (value === undefined) return !wanted && !strictly;
      return leafHolds(leaf, value) === wanted;
    };
    return { all: [{ kind: 'settled', set, instance, test }] };
  }

  private isBeyondReach(leaf: AnswerLeaf): boolean {
    if (leaf.op !== 'atLeast' && leaf.op !== 'atMost') return false;
    const own = rangeOf({ op: 'answer', question: leaf.question }, this.scope);
    return isOutOfReach(leaf.op, own, rangeOf({ op: 'number', value: leaf.value }, this.scope));
  }

  /** Tests what can be told by now, or goes on with the first answer that it still lacks. */
  private settle({ set, instance, test }: SettledGoal): Step {
    const lacking: string[] = [];
    const isMet = test(this.sight(set, instance, lacking));
    const [address] = lacking;
    if (address === undefined) return isMet ? DONE : 'closed';
    const ways = this.candidatesAt(address).map((candidate): Way => ({
      pick: { address, candidate },
      goals: goalsOf(candidate, address),
    }));
    return { either: ways };
  }

  /** What can be seen of what is settled; notes the address of what is not. */
  private sight(set: Id | undefined, instance: string, lacking: string[]): Sight {
    const settled = (address: string): Candidate | undefined => {
      const [candidate, ...others] = this.candidatesAt(address);
      if (others.length > 0) lacking.push(address);
      return others.length > 0 ? undefined : candidate;
    };
    const sight: Sight = {
      valueOf: (question) => {
        const placed = this.byId.get(question);
        const home = placed?.set?.id;
        if (placed === undefined || (home !== undefined && home !== set)) return undefined;
        const candidate = settled(addressOf(question, home === undefined ? NO_INSTANCE : instance));
        if (placed.question.kind !== 'computed')
          return candidate?.kind === 'value' ? candidate.value : undefined;
        if (candidate?.kind !== 'shown') return undefined;
        const own = home === set ? sight : this.sight(home, NO_INSTANCE, lacking);
        const exact = evaluateFormula(placed.question.formula, own);
        return exact && roundRational(exact, placed.question.decimals);
      },
      within: (other) => {
        const candidate = settled(other);
        return candidate === undefined
          ? []
          : listedBy(candidate).map((each) => this.sight(other, each, lacking));
      },
    };
    return sight;
  }

  private narrow(question: Id, instance: string, keep: (candidate: Candidate) => boolean): Step {
    const address = addressOf(question, instance);
    const before = this.candidatesAt(address);
    const after = before.filter(keep);
    if (after.length === 0) return 'closed';
    if (after.length < before.length) this.narrowTo(address, after);
    const [first] = after;
    const goals =
      first && after.every((each) => goalsOf(each, address).length > 0) ? goalsOf(first, address) : [];
    return { all: goals };
  }

  private narrowTo(address: string, after: readonly Candidate[]): void {
    const before = this.candidates.get(address);
    this.candidates.set(address, after);
    this.trail.push(() => {
      if (before) this.candidates.set(address, before);
      else this.candidates.delete(address);
    });
  }

  private candidatesAt(address: string): readonly Candidate[] {
    const known = this.candidates.get(address);
    if (known) return known;
    const { question: id } = placeOf(address);
    const question = this.byId.get(id)?.question;
    const { found, isComplete } = this.isNeverAsked(id)
      ? unaskedCandidatesOf(question)
      : candidatesOf(question, this.onlookers.get(id) ?? UNSEEN);
    if (!isComplete) this.isComplete = false;
    this.candidates.set(address, found);
    return found;
  }
}

/** What must be brought about for a question to come to this. */
function goalsOf(candidate: Candidate, address: string): readonly Goal[] {
  const place = placeOf(address);
  switch (candidate.kind) {
    case 'value':
    case 'shown':
      return [{ kind: 'asked', ...place }];
    case 'hidden':
      return [{ kind: 'notAsked', ...place }];
    case 'none':
      return candidate.instances ? [{ kind: 'asked', ...place }] : [];
    case 'notApplicable':
      return [];
  }
}
