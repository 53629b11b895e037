import type { Sight } from '../answers/sight.js';
import type { Condition } from '../definition/condition.js';
import type { Id } from '../definition/identity.js';

/** What is to be brought about. */
export type Goal =
  | { readonly kind: 'asked' | 'notAsked'; readonly question: Id; readonly instance: string }
  /** A repeated set lists an instance. */
  | { readonly kind: 'listed'; readonly set: Id; readonly instance: string }
  | HoldsGoal
  | SettledGoal;

/** A condition is to be true, or not to be, seen from within an instance of a set or from outside all. */
export interface HoldsGoal {
  readonly kind: 'holds';
  readonly condition: Condition;
  readonly wanted: boolean;
  /** Whether answers that are there must decide it, as those of a validation do; see {@link Validation}. */
  readonly strictly: boolean;
  readonly set: Id | undefined;
  readonly instance: string;
}

/** What can be told only once every answer that it sees is settled. */
export interface SettledGoal {
  readonly kind: 'settled';
  readonly set: Id | undefined;
  readonly instance: string;
  readonly test: (sight: Sight) => boolean;
}

/** Goals in the order in which they are followed. */
export interface Goals {
  readonly goal: Goal;
  readonly next: Goals | undefined;
}

/** Goals before others. */
export function listOf(goals: readonly Goal[], next: Goals | undefined): Goals | undefined {
  return goals.reduceRight<Goals | undefined>((rest, goal) => ({ goal, next: rest }), next);
}
