import { addressOf, type Address } from '../answers/address.js';
import type { QuestionState, QuestionStates } from '../answers/standing.js';
import type { CompiledIndicator, CompiledQuestion, QuestionScoring } from '../definition/compiled.js';
import type { Rules } from '../definition/questionnaire.js';
import type { Possible } from './possible.js';
import { quotient, type Term } from './bounds-quotient.js';
import type { Prospect } from './bounds-visibility.js';
import { pointsFor } from './derivation.js';

/** A question in one place that may count, with what it can add. */
interface Candidate {
  readonly address: Address;
  /** Undefined: left out in any case, or without points. */
  readonly term: Term | undefined;
  /** Answered or unanswered in some completion, not only not applicable. */
  readonly canCount: boolean;
  /** Answered in every completion. */
  readonly isAnswered: boolean;
}

/**
 * The bounds of an indicator, from the same sums as its score. Its questions are taken to be free of each other, those
 * of a set that is still open to come once for each instance that it may list.
 */
export function indicatorBounds(
  indicator: CompiledIndicator,
  states: QuestionStates,
  known: ReadonlyMap<Address, Prospect>,
): Possible {
  const candidates = indicator.questions.flatMap((each) =>
    candidatesOf(each, states, known, indicator.rules),
  );
  if (indicator.isInterpolated) candidates.sort((a, b) => (a.address < b.address ? -1 : 1));
  const terms = candidates.flatMap(({ term }) => term ?? []);
  const counted = candidates.filter(({ canCount }) => canCount).length;
  if (terms.length === 0 || counted === 0) return { isSure: false, mayBeMissed: counted > 0 };
  const answered = candidates.filter(({ isAnswered }) => isAnswered).length;
  const isSure =
    answered > 0 &&
    terms.some(({ isOptional }) => !isOptional) &&
    answered / counted >= indicator.rules.coverageToScore;
  return {
    isSure,
    mayBeMissed: !isSure,
    interval: { low: quotient(terms, 'least'), high: quotient(terms, 'most') },
  };
}

function candidatesOf(
  { question, set, scoring }: CompiledQuestion,
  states: QuestionStates,
  known: ReadonlyMap<Address, Prospect>,
  rules: Rules,
): Candidate[] {
  if (!scoring) return [];
  if (set === undefined) return candidate(states.get(question.id), scoring, known, rules);
  const listed = (states.get(set.id)?.instances ?? []).flatMap((instance) =>
    candidate(states.get(addressOf(question.id, instance)), scoring, known, rules),
  );
  const prospect = known.get(set.id);
  if (prospect === undefined || prospect.isSettled || prospect.certainty === 'surelyNot') return listed;
  const term = openTerm(scoring, whatMayBeMissing(question, rules));
  const mayCome = Array.from({ length: set.maximum }, () => ({
    address: question.id,
    term: term && { ...term, isOptional: true },
    canCount: true,
    isAnswered: false,
  }));
  return [...listed, ...mayCome];
}

function candidate(
  state: QuestionState | undefined,
  scoring: QuestionScoring,
  known: ReadonlyMap<Address, Prospect>,
  rules: Rules,
): Candidate[] {
  const prospect = state && known.get(state.address);
  if (state === undefined || prospect === undefined || prospect.certainty === 'surelyNot') return [];
  const isNotApplicable = prospect.isSettled && state.standing.kind === 'notApplicable';
  const term = termOf(state, prospect, scoring, rules);
  return [
    {
      address: state.address,
      term: term && { ...term, isOptional: term.isOptional || prospect.certainty === 'maybe' },
      canCount: !isNotApplicable,
      isAnswered: prospect.isSettled && prospect.certainty === 'surely' && !isNotApplicable,
    },
  ];
}

/** What a question that is asked can add to its indicator; undefined when it is left out in any case. */
function termOf(
  { compiled: { question }, standing }: QuestionState,
  prospect: Prospect,
  scoring: QuestionScoring,
  rules: Rules,
): Term | undefined {
  const size = scoring.attainable * scoring.weight;
  if (size === 0) return undefined;
  if (!prospect.isSettled) return openTerm(scoring, whatMayBeMissing(question, rules));
  if (standing.kind === 'answered') {
    const value = pointsFor(scoring.points, standing.value) * scoring.weight;
    return { least: value, most: value, size, isOptional: false };
  }
  return rules.notApplicable === 'leaveOut' ? undefined : { least: 0, most: 0, size, isOptional: false };
}

function openTerm(scoring: QuestionScoring, missing: readonly Rules['unanswered'][]): Term | undefined {
  const size = scoring.attainable * scoring.weight;
  if (size === 0) return undefined;
  return {
    least: missing.includes('countAsZero') ? 0 : scoring.least * scoring.weight,
    most: size,
    size,
    isOptional: missing.includes('leaveOut'),
  };
}

/** What becomes of a question that is left open, or that is declared or turns out not to apply. */
function whatMayBeMissing(
  { kind, mayNotApply }: CompiledQuestion['question'],
  rules: Rules,
): readonly Rules['unanswered'][] {
  const canBeNotApplicable = mayNotApply === true || kind === 'computed';
  return canBeNotApplicable ? [rules.unanswered, rules.notApplicable] : [rules.unanswered];
}
