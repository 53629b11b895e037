import type { CompiledQuestion, CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import { lookedAtByFormula } from '../definition/looked-at.js';
import type { Question, QuestionOf, RepeatedSet } from '../definition/question.js';
import { roundRational } from '../definition/rational.js';
import type { Address } from './address.js';
import { addressOf, NO_INSTANCE } from './place.js';
import type { Answer, Answers, AnswerValue } from './answer.js';
import { evaluateCondition } from './evaluate-condition.js';
import { evaluateFormula } from './evaluate-formula.js';
import type { Fault } from './fault.js';
import type { Sight } from './sight.js';
import { answerFaults } from './validate-answer.js';

/**
 * How a question stands in an assessment, asked or not.
 *
 * | kind | | a computed question |
 * |---|---|---|
 * | `open` | no answer | has no value, and an answer it is calculated from is open or faulty |
 * | `notApplicable` | the city says it does not apply | has no value, and none of the answers it is calculated from is still to come |
 * | `answered` | with a valid value | has its value |
 * | `faulty` | with a value that must be mended before it counts | never |
 */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'answered'; readonly value: AnswerValue }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** One question's standing, in one place, and whether it is asked there. */
export interface QuestionState {
  readonly address: Address;
  readonly compiled: CompiledQuestion;
  /** The instance it is asked of; empty outside repeated sets. */
  readonly instance: string;
  readonly standing: Standing;
  readonly isVisible: boolean;
  /**
   * Of a repeated set, the instances it lists, each once, in order, whose questions are asked: also of a list with too
   * few of them, and of one with too many the first `maximum`. None of any other question.
   */
  readonly instances: readonly string[];
}

/** The state of every question of an assessment by address, in the order of the form. */
export type QuestionStates = ReadonlyMap<Address, QuestionState>;

/**
 * The state of every question of an assessment; of a question in a repeated set, once per listed instance. Visibility
 * is decided over the whole assessment, in evaluation order; an answer to a question that is not asked is kept but seen
 * by no condition and no formula.
 */
export function questionStates(
  compiled: CompiledQuestionnaire,
  answerTo: (address: Address) => Answer | undefined,
): QuestionStates {
  const states = new Map<Address, QuestionState>();
  for (const each of compiled.evaluationOrder) {
    const set = each.set && states.get(each.set.id);
    const instances = each.set === undefined ? [NO_INSTANCE] : (set?.instances ?? []);
    for (const instance of instances) {
      const address = addressOf(each.question.id, instance);
      states.set(address, stateAt(compiled, states, each, instance, answerTo(address)));
    }
  }
  return inFormOrder(compiled, states);
}

/** The state of one question in one place, given those of its set and of all that it looks at. */
export function stateAt(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
  each: CompiledQuestion,
  instance: string,
  answer: Answer | undefined,
): QuestionState {
  const { question, askedIf, set } = each;
  const sight = new StatesSight(compiled, states, set?.id, instance);
  const isAllowed = set === undefined || states.get(set.id)?.isVisible === true;
  return {
    address: addressOf(question.id, instance),
    compiled: each,
    instance,
    standing: question.kind === 'computed' ? calculated(question, sight) : standingOf(question, answer),
    isVisible: isAllowed && (askedIf === undefined || evaluateCondition(askedIf, sight)),
    instances: question.kind === 'set' ? listedInstances(question, answer) : [],
  };
}

/** Looks up in a record of answers. An id may be `constructor`: only what the record itself holds is an answer. */
export function answersIn(answers: Answers): (address: Address) => Answer | undefined {
  return (address) => (Object.hasOwn(answers, address) ? answers[address] : undefined);
}

/** What can be seen of the states found so far, from outside repeated sets or from within an instance of one. */
export class StatesSight implements Sight {
  constructor(
    private readonly compiled: CompiledQuestionnaire,
    private readonly states: QuestionStates,
    private readonly set?: Id,
    readonly instance: string = NO_INSTANCE,
  ) {}

  valueOf(question: Id): AnswerValue | undefined {
    const state = this.stateOf(question);
    return state?.isVisible === true && state.standing.kind === 'answered' ? state.standing.value : undefined;
  }

  within(set: Id): readonly StatesSight[] {
    const state = this.states.get(set);
    if (state?.isVisible !== true) return [];
    return state.instances.map((instance) => new StatesSight(this.compiled, this.states, set, instance));
  }

  /** How a question stands, seen from here; undefined within a set that this place is not in. */
  stateOf(question: Id): QuestionState | undefined {
    const set = this.compiled.byId.get(question)?.set?.id;
    if (set !== undefined && set !== this.set) return undefined;
    return this.states.get(addressOf(question, set === undefined ? NO_INSTANCE : this.instance));
  }

  /** The states that a formula looks at: of a question within another set, those of all instances. */
  lookedAt(ids: readonly Id[]): readonly QuestionState[] {
    return ids.flatMap((id) => {
      const set = this.compiled.byId.get(id)?.set?.id;
      if (set === undefined || set === this.set) return this.stateOf(id) ?? [];
      return this.within(set).flatMap((sight) => sight.stateOf(id) ?? []);
    });
  }
}

function calculated(question: QuestionOf<'computed'>, sight: StatesSight): Standing {
  const exact = evaluateFormula(question.formula, sight);
  const value = exact && roundRational(exact, question.decimals);
  if (value !== undefined) return { kind: 'answered', value };
  const waits = sight
    .lookedAt(lookedAtByFormula(question.formula))
    .some(({ isVisible, standing }) => isVisible && (standing.kind === 'open' || standing.kind === 'faulty'));
  return { kind: waits ? 'open' : 'notApplicable' };
}

function standingOf(question: Question, answer: Answer | undefined): Standing {
  if (answer === undefined) return { kind: 'open' };
  const faults = answerFaults(question, answer);
  if (faults.length > 0) return { kind: 'faulty', faults };
  return answer.kind === 'value' ? { kind: 'answered', value: answer.value } : { kind: 'notApplicable' };
}

/** The instances of a set whose questions are asked, given the answer to the set; see {@link QuestionState.instances}. */
export function listedInstances({ maximum }: RepeatedSet, answer: Answer | undefined): readonly string[] {
  if (answer?.kind !== 'value' || !Array.isArray(answer.value)) return [];
  return [...new Set(answer.value)].slice(0, maximum);
}

/** States in the order of the form. */
export function inFormOrder(compiled: CompiledQuestionnaire, states: QuestionStates): QuestionStates {
  const ordered = new Map<Address, QuestionState>();
  const put = (address: Address): void => {
    const state = states.get(address);
    if (state) ordered.set(address, state);
  };
  for (const { question, set } of compiled.questions) {
    if (set !== undefined) continue;
    put(question.id);
    const within = compiled.bySet.get(question.id) ?? [];
    for (const instance of states.get(question.id)?.instances ?? [])
      for (const each of within) put(addressOf(each.question.id, instance));
  }
  return ordered;
}
