import type { Answer } from '../answers/answer.js';
import type { Fault } from '../answers/fault.js';
import type { Code, Id } from '../definition/identity.js';
import type { Basis, Interval, Score } from './score.js';

/** Who gave the answer that counted. */
export type Column = 'claim' | 'finding' | 'agreed';

/** One question's part in its indicator. */
export interface QuestionScore {
  readonly id: Id;
  readonly code: Code;
  /** Its indicator; absent for background and narrative questions, which have no points. */
  readonly indicator?: Id;
  readonly score: Score;
  /** The answer that counted and the column it came from; absent when there is none. */
  readonly answer?: Answer;
  readonly column?: Column;
  /** The finding that replaced the claim, when `column` is `finding`. */
  readonly findingId?: string;
  /** What is wrong with the answer; one with faults is kept but scores as unanswered. */
  readonly faults: readonly Fault[];
  /** Points reached and attainable, in thousandths, before the weight. */
  readonly points: number;
  readonly attainable: number;
  /** In thousandths. */
  readonly weight: number;
  /** What it adds to its indicator's numerator and denominator: points × weight, exact integers in millionths. 0 and 0: left out. */
  readonly numerator: number;
  readonly denominator: number;
}

/** One scored area. */
export interface IndicatorScore {
  readonly id: Id;
  readonly code: Code;
  readonly score: Score;
  /** Σ points × weight and Σ attainable × weight over the questions that count: exact integers in millionths. */
  readonly numerator: number;
  readonly denominator: number;
  readonly interval: Interval;
  /** Share of the asked and applicable questions that have a valid answer, 0 to 1; 1 when none is. */
  readonly coverage: number;
  /** Its scored questions, in the order of the form. */
  readonly questions: readonly Id[];
}

/** One term of a weighted mean. */
export interface Contribution {
  readonly of: Id;
  readonly code: Code;
  readonly score: Score;
  /** In thousandths, as the version gives it. */
  readonly weight: number;
  /** Its share of the weights of all that counts, 0 to 1; 0 when it does not count. */
  readonly share: number;
  /** share × value: the contributions of a mean add up to its score. */
  readonly contribution: number;
}

/** A weighted mean: the lens, the core index, the extended index. */
export interface MeanScore {
  readonly id: Id;
  readonly code: Code;
  readonly score: Score;
  readonly interval: Interval;
  readonly contributions: readonly Contribution[];
}

/** All scores of one assessment on one basis, each with what it was made of. Plain data: survives JSON unchanged. */
export interface Scorecard {
  readonly basis: Basis;
  readonly indices: readonly MeanScore[];
  readonly composites: readonly MeanScore[];
  readonly indicators: readonly IndicatorScore[];
  readonly questions: readonly QuestionScore[];
  /** Ids in the answers that the version does not know. */
  readonly ignored: readonly string[];
}
