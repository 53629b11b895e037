import type { AnswerValue } from '../answers/answer.js';
import { evaluateCondition } from '../answers/evaluate-condition.js';
import { NO_INSTANCE } from '../answers/place.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';
import { lookedAt } from '../definition/looked-at.js';
import type { PlacedQuestion } from '../definition/parts.js';
import type { Scope } from '../definition/scope.js';
import { listOf, type Goal } from './goal.js';
import { onlookersOf } from './onlookers.js';
import { Search, type Verdict } from './search.js';
import { SOME_INSTANCE, tellingAnswers } from './telling-answers.js';

/** The most goals that are followed to decide one thing, and to decide all things that are asked of one version. */
const GOALS_MAXIMUM = 2000;
const GOALS_ALTOGETHER = 400_000;

/**
 * Decides whether answers exist that bring something about, by looking for them: a goal is broken up into what it takes,
 * and what may be answered is narrowed down until nothing is left to bring about, or nothing to answer. Leaves and
 * formulas are evaluated as everywhere else. Gives up beyond so many goals, and where answers cannot all be gone through.
 *
 * Any question may be without an answer at any time. The definition is sound: what is named exists, nothing is circular.
 */
export class Possibility {
  private readonly byId: ReadonlyMap<Id, PlacedQuestion>;
  private readonly askable = new Map<Id, Verdict>();
  private followed = 0;

  constructor(
    questions: readonly PlacedQuestion[],
    private readonly scope: Scope,
  ) {
    this.byId = new Map(questions.map((placed) => [placed.question.id, placed]));
  }

  /** Whether a question can come to be asked. Quickest when those that it looks at were asked for before. */
  asked(question: Id): Verdict {
    const known = this.askable.get(question);
    if (known !== undefined) return known;
    const placed = this.byId.get(question);
    const condition = placed?.question.askedIf;
    const instance = placed?.set === undefined ? NO_INSTANCE : SOME_INSTANCE;
    const verdict =
      (condition && this.byOneAnswer(condition, true, placed?.set?.id)) ??
      this.of({ kind: 'asked', question, instance });
    this.askable.set(question, verdict);
    return verdict;
  }

  /**
   * Whether a condition that looks at a single question can come true, or fail to: whether that is asked, does not
   * depend on its answer, so that chains of any length are followed step by step. Undefined for any other condition.
   */
  byOneAnswer(condition: Condition, wanted: boolean, set: Id | undefined): Verdict | undefined {
    const [question, ...others] = lookedAt(condition);
    const placed = question === undefined ? undefined : this.byId.get(question);
    if (placed === undefined || others.length > 0 || placed.set?.id !== set) return undefined;
    if (placed.question.kind === 'computed' || placed.question.kind === 'set') return undefined;
    const holdsOf = (value: AnswerValue | undefined) =>
      evaluateCondition(condition, { valueOf: () => value, within: () => [] }) === wanted;
    const asked = this.asked(placed.question.id);
    if (holdsOf(undefined)) return set === undefined ? 'possible' : this.asked(set);
    const onlookers = onlookersOf([condition], new Map())?.get(placed.question.id);
    const telling = onlookers && tellingAnswers(placed.question, onlookers);
    if (telling === undefined) return undefined;
    if (telling.values.some(holdsOf)) return asked;
    return telling.isComplete ? 'impossible' : 'undecided';
  }

  /** Whether all these goals can be brought about together. */
  of(...goals: readonly Goal[]): Verdict {
    const left = Math.min(GOALS_MAXIMUM, GOALS_ALTOGETHER - this.followed);
    const onlookers = onlookersOf(
      goals.flatMap((goal) => this.beginnings(goal)),
      this.byId,
    );
    if (onlookers === undefined || left <= 0) return 'undecided';
    const isNeverAsked = (question: Id) => this.askable.get(question) === 'impossible';
    const search = new Search(this.byId, this.scope, onlookers, isNeverAsked, left);
    const verdict = search.solve(listOf(goals, undefined), undefined);
    this.followed += search.followed;
    return verdict;
  }

  /** What a goal looks at first, as conditions. */
  private beginnings(goal: Goal): readonly Condition[] {
    switch (goal.kind) {
      case 'holds':
        return [goal.condition];
      case 'asked':
      case 'notAsked': {
        const placed = this.byId.get(goal.question);
        const set: Condition[] = placed?.set ? [{ op: 'answered', question: placed.set.id }] : [];
        return placed?.question.askedIf ? [placed.question.askedIf, ...set] : set;
      }
      case 'listed':
        return [{ op: 'answered', question: goal.set }];
      case 'settled':
        return [];
    }
  }
}
