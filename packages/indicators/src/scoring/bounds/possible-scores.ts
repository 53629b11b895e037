import type { QuestionStates } from '../../answers/standing.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { Rules } from '../../definition/questionnaire.js';
import type { BoundReason } from '../score.js';
import { componentsOf, type Component } from './components.js';
import { enumerate, relax, WORK_MAXIMUM, type Around, type Enumerated, type Held } from './enumerate.js';
import { indicatorBounds, type Possible } from './indicator-bounds.js';
import { meanBounds } from './mean-bounds.js';
import { Slots } from './slots.js';

/**
 * What the completions of the open answers can make of every indicator, composite and index, by id.
 *
 * A completion gives each open or faulty question that comes to be asked a valid answer, or declares it not applicable
 * where that may be; what is answered stays; an open repeated set lists from its fewest to its most instances. Sound: no
 * completion scores outside. Where `exact`, both ends are scores of completions; else `reasons` says what was admitted
 * that no completion may come to.
 */
export function possibleScores(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
): ReadonlyMap<Id, Possible> {
  return new Outlook(compiled, states).possible;
}

/** Everything that open answers may still come to, kept in parts so that one part can be tried with another answer. */
export class Outlook {
  readonly slots: Slots;
  readonly components: readonly Component[];
  readonly possible: ReadonlyMap<Id, Possible>;
  private readonly parts = new Map<Component, Part>();
  private readonly touching = new Map<Id, Component[]>();
  private readonly rules: ReadonlyMap<Id, Rules>;
  private readonly madeOf: ReadonlyMap<Id, readonly Id[]>;

  constructor(
    private readonly compiled: CompiledQuestionnaire,
    states: QuestionStates,
  ) {
    this.slots = new Slots(compiled, states);
    // Along a curve sums are doubles: what is settled is added up as its score is, by address.
    this.components = [...componentsOf(this.slots)].sort(byFirstAddress);
    this.madeOf = madeOf(compiled);
    this.rules = new Map(compiled.indicators.map(({ id, rules }) => [id, rules]));
    const budget = { left: WORK_MAXIMUM };
    for (const component of this.components) {
      const part = this.partOf(component, { budget });
      this.parts.set(component, part);
      for (const id of component.indicators)
        this.touching.set(id, [...(this.touching.get(id) ?? []), component]);
    }
    this.possible = this.withMeans(
      new Map(compiled.indicators.map(({ id }) => [id, this.boundsOf(id, this.parts)])),
      this.parts,
    );
  }

  /** What is possible when one slot of a component is held to some of its choices. */
  holding(component: Component, held: Held): ReadonlyMap<Id, Possible> {
    const part = this.partOf(component, { budget: { left: WORK_MAXIMUM }, held });
    const parts = { get: (each: Component) => (each === component ? part : this.parts.get(each)) };
    const indicators = this.compiled.indicators.map(({ id }): [Id, Possible] => [
      id,
      (component.indicators.includes(id) ? undefined : this.possible.get(id)) ?? this.boundsOf(id, parts),
    ]);
    return this.withMeans(new Map(indicators), parts);
  }

  private partOf(component: Component, how: Pick<Around, 'budget' | 'held'>): Part {
    const around: Around = { ...how, slots: this.slots, rulesOf: (indicator) => this.rulesOf(indicator) };
    const exact = enumerate(component, around);
    return {
      ...(exact ?? relax(component, around)),
      reasons: exact ? component.reasons : [...component.reasons, 'tooMany'],
    };
  }

  private rulesOf(indicator: Id): Rules {
    return this.rules.get(indicator) ?? this.compiled.questionnaire.rules;
  }

  private boundsOf(indicator: Id, parts: Parts): Possible {
    return indicatorBounds(
      (this.touching.get(indicator) ?? []).flatMap((component) => {
        const part = parts.get(component);
        const outcomes = part?.byIndicator.get(indicator);
        return part && outcomes ? [{ component, outcomes, reasons: part.reasons }] : [];
      }),
    );
  }

  private withMeans(indicators: ReadonlyMap<Id, Possible>, parts: Parts): ReadonlyMap<Id, Possible> {
    const possible = new Map(indicators);
    const comesTo = (component: Component): Enumerated => parts.get(component) ?? { byIndicator: new Map() };
    const dependOn = (indicator: Id): readonly Component[] => this.touching.get(indicator) ?? [];
    for (const mean of [...this.compiled.composites, ...this.compiled.indices])
      possible.set(mean.id, meanBounds(mean, { possible, madeOf: this.madeOf, comesTo, dependOn }));
    return possible;
  }
}

/** What a component can come to, and why that is more than the completions do. */
interface Part extends Enumerated {
  readonly reasons: readonly BoundReason[];
}

interface Parts {
  get(component: Component): Part | undefined;
}

function byFirstAddress(a: Component, b: Component): number {
  return (a.slots[0]?.address ?? '') < (b.slots[0]?.address ?? '') ? -1 : 1;
}

/** The indicators that each composite is made of, once for each way. */
function madeOf({ composites }: CompiledQuestionnaire): ReadonlyMap<Id, readonly Id[]> {
  const found = new Map<Id, readonly Id[]>();
  for (const { id, members } of composites)
    found.set(
      id,
      members.flatMap(({ of }) => found.get(of) ?? [of]),
    );
  return found;
}
