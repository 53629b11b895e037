import type { Address } from '../../answers/address.js';
import { addressOf, NO_INSTANCE } from '../../answers/place.js';
import type { AnswerValue } from '../../answers/answer.js';
import { comparison } from '../../answers/evaluate-condition.js';
import { evaluateFormula } from '../../answers/evaluate-formula.js';
import type { Sight } from '../../answers/sight.js';
import type { QuestionStates, Standing } from '../../answers/standing.js';
import type { CompiledQuestion, CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { lookedAt, lookedAtByFormula, type Leaf } from '../../definition/looked-at.js';
import type { QuestionOf } from '../../definition/question.js';
import { roundRational } from '../../definition/rational.js';
import { answerClasses } from './answer-classes.js';
import { certaintyOf, leastOf, sure, type Certainty } from './certainty.js';
import { lookOf } from './leaf.js';

/** What stands in a slot in all completions in which it is asked. */
export type Content =
  | { readonly kind: 'answered'; readonly value: AnswerValue }
  | { readonly kind: 'notApplicable' }
  /** Some valid answer, or none where the question may be declared not applicable. */
  | { readonly kind: 'open' }
  /** Calculated from something open. */
  | { readonly kind: 'calculated' };

/** A question in one place where it may be asked, also in instances that an open set may still come to list. */
export interface Slot {
  readonly address: Address;
  readonly compiled: CompiledQuestion;
  readonly instance: string;
  /** Its place in evaluation order. */
  readonly order: number;
  /** Whether it is asked. */
  readonly certainty: Certainty;
  readonly content: Content;
  /** The slot of the repeated set it stands in. */
  readonly set?: Slot;
  /** Which of the instances to come it is in, from 0, of a set that is open. */
  readonly toCome?: number;
}

/**
 * All that may be asked in an assessment, with what all completions have in common. A completion gives each open or
 * faulty question that is asked a valid answer, or declares it not applicable where that may be; what is answered stays.
 * An open set comes to list anything from its fewest to its most instances.
 */
export class Slots {
  private readonly found = new Map<Address, Slot>();

  constructor(
    readonly compiled: CompiledQuestionnaire,
    states: QuestionStates,
  ) {
    for (const each of compiled.evaluationOrder) {
      if (each.set === undefined) this.put(each, NO_INSTANCE, states);
      else this.putInSet(each, each.set.id, states);
    }
  }

  get all(): Iterable<Slot> {
    return this.found.values();
  }

  at(address: Address): Slot | undefined {
    return this.found.get(address);
  }

  /** The slot of a question seen from within an instance of a set, or from outside all; undefined where there is none. */
  seen(question: Id, set: Id | undefined, instance: string): Slot | undefined {
    const home = this.compiled.byId.get(question)?.set?.id;
    if (home !== undefined && home !== set) return undefined;
    return this.found.get(addressOf(question, home === undefined ? NO_INSTANCE : instance));
  }

  /** Whether a leaf is true where it is looked from, as far as all completions have that in common. */
  truthOf(leaf: Leaf, from: Pick<Slot, 'compiled' | 'instance'>): Certainty {
    const [set, instance] = [from.compiled.set?.id, from.instance];
    if (leaf.op === 'compare' && this.areFixed(lookedAt(leaf), set, instance))
      return sure(comparison(leaf, this.sight(set, instance)) === true);
    const look = lookOf(leaf);
    if (look === undefined || !this.canTell(leaf, look.question)) return 'maybe';
    const slot = this.seen(look.question, set, instance);
    if (slot === undefined || slot.certainty === 'surelyNot') return 'surelyNot';
    switch (slot.content.kind) {
      case 'answered':
        return look.holds(slot.content.value) ? slot.certainty : 'surelyNot';
      case 'notApplicable':
        return 'surelyNot';
      case 'calculated':
        return 'maybe';
      case 'open':
        return leastOf([slot.certainty, openTruth(slot.compiled, leaf)]);
    }
  }

  /** The slot whose answer alone decides a leaf; undefined for a calculation with several, or with what a set lists. */
  decidedBy(leaf: Leaf, from: Pick<Slot, 'compiled' | 'instance'>): Slot | undefined {
    const look = lookOf(leaf);
    if (look === undefined || !this.canTell(leaf, look.question)) return undefined;
    return this.seen(look.question, from.compiled.set?.id, from.instance);
  }

  private canTell(leaf: Leaf, question: Id): boolean {
    return leaf.op !== 'compare' || this.compiled.byId.get(question)?.question.kind !== 'set';
  }

  private put(compiled: CompiledQuestion, instance: string, states: QuestionStates, toCome?: number): void {
    const { question } = compiled;
    const address = addressOf(question.id, instance);
    const set = compiled.set && this.found.get(compiled.set.id);
    const from = { compiled, instance };
    const byCondition =
      compiled.askedIf === undefined
        ? 'surely'
        : certaintyOf(compiled.askedIf, (leaf) => this.truthOf(leaf, from));
    const content =
      question.kind === 'computed'
        ? this.calculated(question, compiled.set?.id, instance)
        : contentOf(states.get(address)?.standing);
    this.found.set(address, {
      ...{ address, compiled, instance, content },
      order: this.found.size,
      certainty: set ? leastOf([certaintyWithin(set, toCome), byCondition]) : byCondition,
      ...(set && { set }),
      ...(toCome !== undefined && { toCome }),
    });
  }

  private putInSet(compiled: CompiledQuestion, setId: Id, states: QuestionStates): void {
    const set = this.found.get(setId);
    if (set === undefined || set.certainty === 'surelyNot' || compiled.set === undefined) return;
    if (set.content.kind !== 'open') {
      for (const instance of states.get(setId)?.instances ?? []) this.put(compiled, instance, states);
      return;
    }
    for (let toCome = 0; toCome < compiled.set.maximum; toCome += 1)
      this.put(compiled, `#${String(toCome)}`, states, toCome);
  }

  private calculated(question: QuestionOf<'computed'>, set: Id | undefined, instance: string): Content {
    if (!this.areFixed(lookedAtByFormula(question.formula), set, instance)) return { kind: 'calculated' };
    const exact = evaluateFormula(question.formula, this.sight(set, instance));
    const value = exact && roundRational(exact, question.decimals);
    return value === undefined ? { kind: 'notApplicable' } : { kind: 'answered', value };
  }

  /** Whether all completions have the same answers to these questions, seen from a place. */
  private areFixed(ids: readonly Id[], set: Id | undefined, instance: string): boolean {
    return ids.every((id) => {
      const home = this.compiled.byId.get(id)?.set?.id;
      // From outside, a set is looked into together with the list of its instances.
      const slots =
        home === undefined || home === set ? [this.seen(id, set, instance)] : [...this.instancesOf(id, home)];
      return slots.every((slot) => slot === undefined || isFixed(slot));
    });
  }

  private *instancesOf(question: Id, set: Id): Iterable<Slot> {
    for (const instance of this.listed(set)) {
      const slot = this.found.get(addressOf(question, instance));
      if (slot) yield slot;
    }
  }

  private listed(set: Id): readonly string[] {
    const content = this.found.get(set)?.content;
    return content?.kind === 'answered' && Array.isArray(content.value) ? content.value : [];
  }

  private sight(set: Id | undefined, instance: string): Sight {
    return {
      valueOf: (question) => {
        const slot = this.seen(question, set, instance);
        return slot?.certainty === 'surely' && slot.content.kind === 'answered'
          ? slot.content.value
          : undefined;
      },
      within: (other) =>
        this.found.get(other)?.certainty === 'surely'
          ? this.listed(other).map((each) => this.sight(other, each))
          : [],
    };
  }
}

/** Whether all completions have the same in a slot: the same answer, or none. */
export function isFixed({ certainty, content }: Slot): boolean {
  if (certainty === 'surelyNot') return true;
  return certainty === 'surely' && (content.kind === 'answered' || content.kind === 'notApplicable');
}

/** Whether instances of the set to come are free of anything but how many there are. */
export function isFreeSet({ certainty, compiled }: Slot): boolean {
  return certainty === 'surely' && compiled.question.mayNotApply !== true;
}

function contentOf(standing: Standing | undefined): Content {
  if (standing === undefined || standing.kind === 'open' || standing.kind === 'faulty')
    return { kind: 'open' };
  return standing;
}

function certaintyWithin(set: Slot, toCome: number | undefined): Certainty {
  const { content, compiled } = set;
  if (content.kind === 'notApplicable') return 'surelyNot';
  if (toCome === undefined) return set.certainty;
  const fewest = compiled.question.kind === 'set' ? compiled.question.minimum : 0;
  return isFreeSet(set) && toCome < fewest ? 'surely' : 'maybe';
}

function openTruth({ question }: CompiledQuestion, leaf: Leaf): Certainty {
  const classes = answerClasses(question, [leaf]);
  if (classes === undefined) return 'maybe';
  const truths = new Set(classes.map(({ holds }) => holds[0] === true));
  if (!truths.has(true)) return 'surelyNot';
  return truths.has(false) || question.mayNotApply === true ? 'maybe' : 'surely';
}
