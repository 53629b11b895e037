import type { Address } from '../../answers/address.js';
import type { Id } from '../../definition/identity.js';
import { leavesOf, type Leaf } from '../../definition/looked-at.js';
import type { Rules } from '../../definition/questionnaire.js';
import { certaintyOf, leastOf, sure, type Certainty } from './certainty.js';
import { choicesOf, outcomeOf, type Choice } from './choices.js';
import { presenceKey, type Component, type Presence } from './components.js';
import { allOf, NOTHING, oneOf, type Outcomes } from './outcomes.js';
import { isFreeSet, type Slot, type Slots } from './slots.js';

/** The most states of one component that are looked at, and the most slots in all states of all components. */
const STATES_MAXIMUM = 2 ** 16;
export const WORK_MAXIMUM = 2 ** 21;

/** How much may still be done; shared by the components of an assessment. */
export interface Budget {
  left: number;
}

/** What one slot is held to instead of all its choices. */
export interface Held {
  readonly address: Address;
  readonly hold: (choices: readonly Choice[]) => readonly Choice[];
}

/** What enumerating a component needs to know. */
export interface Around {
  readonly slots: Slots;
  readonly rulesOf: (indicator: Id) => Rules;
  readonly budget: Budget;
  readonly held?: Held;
}

/** What a component can come to. */
export interface Enumerated {
  /** In each indicator, whatever it then does to others. */
  readonly byIndicator: ReadonlyMap<Id, Outcomes>;
  /** In all its indicators together, state by state; absent when it has a single one, and when its slots are relaxed. */
  readonly together?: readonly ReadonlyMap<Id, Outcomes>[];
}

/**
 * All outcomes of a component: every state of what others look at, with what is asked in it left free.
 *
 * @returns undefined when there are too many states
 */
export function enumerate(component: Component, around: Around): Enumerated | undefined {
  const enumeration = new Enumeration(component, around);
  return enumeration.isPossible ? enumeration.run() : undefined;
}

/** The outcomes of a component as if its slots were free of each other: more than there are, none too few. */
export function relax(component: Component, around: Around): Enumerated {
  const relaxed = byIndicator(component, (indicator) =>
    allOf(
      component.slots.flatMap((slot) => {
        if (slot.compiled.scoring?.indicator !== indicator) return [];
        const free = freeOutcomes(slot, choicesOfHeld(slot, [], around) ?? anyPoints(slot), around);
        return [slot.certainty === 'surely' ? free : oneOf([NOTHING, free])];
      }),
    ),
  );
  return { byIndicator: relaxed };
}

/** What one slot is, in the state at hand. */
interface State {
  readonly isAnswered: boolean;
  readonly holds: ReadonlySet<Leaf>;
}

const HIDDEN: State = { isAnswered: false, holds: new Set() };

/** One question of the enumeration: is that instance there, what stands in that slot. */
type Step =
  | { readonly kind: 'presence'; readonly presence: Presence; readonly order: number }
  | {
      readonly kind: 'slot';
      readonly slot: Slot;
      readonly order: number;
      readonly choices: readonly Choice[];
    };

class Enumeration {
  private readonly steps: Step[];
  private readonly free: readonly Slot[];
  private readonly freely: ReadonlyMap<Slot, Outcomes>;
  private readonly views: ReadonlyMap<Slot, ReadonlyMap<Leaf, Certainty | Slot>>;
  private readonly presenceKeys: ReadonlySet<string>;
  private readonly state = new Map<Address, State>();
  private readonly present = new Map<string, boolean>();
  private readonly gathered = new Map<Id, Map<string, Outcomes>>();
  private readonly together = new Map<string, ReadonlyMap<Id, Outcomes>>();
  private left = STATES_MAXIMUM;
  readonly isPossible: boolean;

  constructor(
    private readonly component: Component,
    private readonly around: Around,
  ) {
    const { slots, watched, presences } = component;
    this.presenceKeys = new Set(presences.map(presenceKey));
    this.views = new Map(slots.map((slot) => [slot, this.viewOf(slot)]));
    this.free = slots.filter(({ address, compiled }) => !watched.has(address) && compiled.scoring);
    const choices = new Map(
      slots.map((slot) => [slot, choicesOfHeld(slot, watched.get(slot.address) ?? [], around)]),
    );
    this.isPossible = [...choices.values()].every((each) => each !== undefined);
    this.freely = new Map(
      this.free.map((slot) => [slot, freeOutcomes(slot, choices.get(slot) ?? [], around)]),
    );
    this.steps = [
      ...presences.map((presence, at): Step => ({
        kind: 'presence',
        presence,
        order: presence.set.order + (at + 1) / (presences.length + 1),
      })),
      ...slots
        .filter(({ address }) => watched.has(address))
        .map((slot): Step => ({ kind: 'slot', slot, order: slot.order, choices: choices.get(slot) ?? [] })),
    ].sort((a, b) => a.order - b.order);
  }

  run(): Enumerated | undefined {
    if (!this.take(0, [])) return undefined;
    const each = byIndicator(this.component, (indicator) =>
      oneOf([...(this.gathered.get(indicator)?.values() ?? [])]),
    );
    return { byIndicator: each, ...(this.together.size > 0 && { together: [...this.together.values()] }) };
  }

  /** Goes through all states from one step on; false when there are too many. */
  private take(at: number, counted: readonly (readonly [Id, Outcomes])[]): boolean {
    const step = this.steps[at];
    if (step === undefined) return this.gather(counted);
    if (step.kind === 'presence') return this.takePresence(step.presence, at, counted);
    const { slot, choices } = step;
    const asked = this.isAsked(slot);
    const states: readonly (Choice | undefined)[] = [
      ...(asked === 'surely' ? [] : [undefined]),
      ...(asked === 'surelyNot' ? [] : choices),
    ];
    const { scoring } = slot.compiled;
    return states.every((choice) => {
      this.state.set(slot.address, choice ?? HIDDEN);
      if (choice === undefined || scoring === undefined) return this.take(at + 1, counted);
      const added = outcomeOf(choice, scoring, this.around.rulesOf(scoring.indicator));
      return this.take(at + 1, [...counted, [scoring.indicator, added]]);
    });
  }

  private takePresence(
    presence: Presence,
    at: number,
    counted: readonly (readonly [Id, Outcomes])[],
  ): boolean {
    const { set, toCome } = presence;
    const fewest = set.compiled.question.kind === 'set' ? set.compiled.question.minimum : 0;
    const isFree = isFreeSet(set);
    const isListed = isFree || this.state.get(set.address)?.isAnswered === true;
    // Instances are alike: a list of so many is as good as any other.
    const before = presenceKey({ set, toCome: toCome - 1 });
    const mayBe = isListed && (!this.presenceKeys.has(before) || this.present.get(before) === true);
    const mustBe = isListed && toCome < fewest;
    const ways = mustBe ? [true] : mayBe ? [true, false] : [false];
    return ways.every((way) => {
      this.present.set(presenceKey(presence), way);
      return this.take(at + 1, counted);
    });
  }

  /** Keeps the outcome of the state at hand. */
  private gather(counted: readonly (readonly [Id, Outcomes])[]): boolean {
    this.left -= 1;
    this.around.budget.left -= 1 + this.component.slots.length;
    if (this.left < 0 || this.around.budget.left < 0) return false;
    const asked = this.free.map((slot) => this.isAsked(slot));
    const together = this.component.indicators.map((indicator) => this.keep(indicator, counted, asked));
    if (together.length > 1)
      this.together.set(
        together.map(({ key }) => key).join(' '),
        new Map(together.map(({ indicator, outcomes }) => [indicator, outcomes])),
      );
    return true;
  }

  /** Keeps what the state at hand comes to in an indicator, once for all that come to the same. */
  private keep(
    indicator: Id,
    counted: readonly (readonly [Id, Outcomes])[],
    asked: readonly Certainty[],
  ): { readonly indicator: Id; readonly key: string; readonly outcomes: Outcomes } {
    const settled = allOf(counted.flatMap(([of, each]) => (of === indicator ? [each] : [])));
    const own = this.free.map((slot, at) =>
      slot.compiled.scoring?.indicator === indicator ? (asked[at] ?? 'surelyNot') : 'surelyNot',
    );
    const sums = settled.kind === 'outcome' ? settled.outcome : undefined;
    const key = [sums?.size, sums?.applies, sums?.least, sums?.most, ...own].join();
    const kept = this.gathered.get(indicator) ?? new Map<string, Outcomes>();
    this.gathered.set(indicator, kept);
    const before = kept.get(key);
    if (before) return { indicator, key, outcomes: before };
    const outcomes = allOf([
      settled,
      ...this.free.flatMap((slot, at): Outcomes[] => {
        const free = this.freely.get(slot);
        if (free === undefined || own[at] === 'surelyNot') return [];
        return [own[at] === 'surely' ? free : oneOf([NOTHING, free])];
      }),
    ]);
    kept.set(key, outcomes);
    return { indicator, key, outcomes };
  }

  private isAsked(slot: Slot): Certainty {
    if (slot.certainty === 'surely') return 'surely';
    const { set, toCome, compiled } = slot;
    const parts: Certainty[] = [];
    if (set !== undefined) {
      const state = this.state.get(set.address);
      parts.push(state === undefined ? set.certainty : sure(state.isAnswered));
      if (toCome !== undefined) {
        const isThere = this.present.get(presenceKey({ set, toCome }));
        if (isThere !== undefined) parts.push(sure(isThere));
      }
    }
    const view = this.views.get(slot);
    if (compiled.askedIf !== undefined)
      parts.push(
        certaintyOf(compiled.askedIf, (leaf) => {
          const seen = view?.get(leaf) ?? 'maybe';
          return typeof seen === 'string'
            ? seen
            : sure(this.state.get(seen.address)?.holds.has(leaf) === true);
        }),
      );
    return leastOf(parts);
  }

  /** What each leaf of a slot's condition sees: something certain, or the slot whose state decides it. */
  private viewOf(slot: Slot): ReadonlyMap<Leaf, Certainty | Slot> {
    if (slot.certainty === 'surely' || slot.compiled.askedIf === undefined) return new Map();
    return new Map(
      leavesOf(slot.compiled.askedIf).map((leaf) => {
        const truth = this.around.slots.truthOf(leaf, slot);
        return [leaf, truth === 'maybe' ? (this.around.slots.decidedBy(leaf, slot) ?? truth) : truth];
      }),
    );
  }
}

function byIndicator(
  { indicators }: Component,
  outcomes: (indicator: Id) => Outcomes,
): ReadonlyMap<Id, Outcomes> {
  return new Map(indicators.map((indicator) => [indicator, outcomes(indicator)]));
}

function choicesOfHeld(slot: Slot, leaves: readonly Leaf[], { held }: Around): readonly Choice[] | undefined {
  const choices = choicesOf(slot, leaves);
  return choices && held?.address === slot.address ? held.hold(choices) : choices;
}

function freeOutcomes(slot: Slot, choices: readonly Choice[], { rulesOf }: Around): Outcomes {
  const { scoring } = slot.compiled;
  return scoring
    ? oneOf(choices.map((each) => outcomeOf(each, scoring, rulesOf(scoring.indicator))))
    : NOTHING;
}

/** Where answers can't be told apart at all: anything that its points allow. */
function anyPoints({ compiled: { scoring } }: Slot): readonly Choice[] {
  const none = { isAnswered: false, holds: new Set<Leaf>(), least: 0, most: 0 };
  return [none, { ...none, isAnswered: true, least: scoring?.least ?? 0, most: scoring?.attainable ?? 0 }];
}
