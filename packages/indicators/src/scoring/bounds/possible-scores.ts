import type { QuestionStates } from '../../answers/standing.js';
import type { CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { componentsOf, type Component } from './components.js';
import { enumerate, relax, WORK_MAXIMUM, type Around, type Held } from './enumerate.js';
import { indicatorBounds, type ComponentPart, type Possible } from './indicator-bounds.js';
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
  private readonly parts = new Map<Id, ComponentPart[]>();
  private readonly madeOf: ReadonlyMap<Id, readonly Id[]>;

  constructor(
    private readonly compiled: CompiledQuestionnaire,
    states: QuestionStates,
  ) {
    this.slots = new Slots(compiled, states);
    // Along a curve sums are doubles: what is settled is added up as its score is, by address.
    this.components = [...componentsOf(this.slots)].sort(byFirstAddress);
    this.madeOf = madeOf(compiled);
    const budget = { left: WORK_MAXIMUM };
    for (const component of this.components)
      for (const [indicator, part] of this.partsOf(component, { budget })) {
        const known = this.parts.get(indicator);
        if (known) known.push(part);
        else this.parts.set(indicator, [part]);
      }
    const indicators = compiled.indicators.map(({ id }): [Id, Possible] => [
      id,
      indicatorBounds(this.parts.get(id) ?? []),
    ]);
    this.possible = this.withMeans(new Map(indicators));
  }

  /** What is possible when one slot of a component is held to some of its choices. */
  holding(component: Component, held: Held): ReadonlyMap<Id, Possible> {
    const possible = new Map(this.compiled.indicators.map(({ id }) => [id, this.possible.get(id)]));
    for (const [indicator, part] of this.partsOf(component, { budget: { left: WORK_MAXIMUM }, held })) {
      const others = (this.parts.get(indicator) ?? []).filter((each) => each.component !== component);
      possible.set(indicator, indicatorBounds([...others, part]));
    }
    return this.withMeans(new Map([...possible].flatMap(([id, each]) => (each ? [[id, each]] : []))));
  }

  private partsOf(
    component: Component,
    how: Pick<Around, 'budget' | 'held'>,
  ): ReadonlyMap<Id, ComponentPart> {
    const rules = new Map(this.compiled.indicators.map((each) => [each.id, each.rules]));
    const around: Around = {
      ...how,
      slots: this.slots,
      rulesOf: (indicator) => rules.get(indicator) ?? this.compiled.questionnaire.rules,
    };
    const exact = enumerate(component, around);
    const reasons = exact ? component.reasons : [...component.reasons, 'tooMany' as const];
    const outcomes = exact ?? relax(component, around);
    return new Map([...outcomes].map(([id, each]) => [id, { component, outcomes: each, reasons }]));
  }

  private withMeans(indicators: ReadonlyMap<Id, Possible>): ReadonlyMap<Id, Possible> {
    const possible = new Map(indicators);
    for (const mean of [...this.compiled.composites, ...this.compiled.indices])
      possible.set(mean.id, meanBounds(mean, { possible, madeOf: this.madeOf }));
    return possible;
  }
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
