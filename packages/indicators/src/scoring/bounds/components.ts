import type { Address } from '../../answers/address.js';
import { leavesOf, lookedAt, type Leaf } from '../../definition/looked-at.js';
import type { Id } from '../../definition/identity.js';
import type { BoundReason } from '../score.js';
import { isFixed, isFreeSet, type Slot, type Slots } from './slots.js';

/** Slots that conditions link: whether one is asked may depend on what is answered in another. */
export interface Component {
  /** In evaluation order. */
  readonly slots: readonly Slot[];
  /** Those that others look at, with the leaves they look with; what nothing looks at is free once it is asked. */
  readonly watched: ReadonlyMap<Address, readonly Leaf[]>;
  /** Instances to come that may be there or not, of each set in the order of their number. */
  readonly presences: readonly Presence[];
  /** Why it admits more than the completions do. */
  readonly reasons: readonly BoundReason[];
  readonly indicators: readonly Id[];
}

/** An instance of an open set that may come to be listed. */
export interface Presence {
  readonly set: Slot;
  readonly toCome: number;
}

/**
 * Splits what may be asked into components: two slots are in one when whether the first is asked is not decided, and its
 * condition looks at the second. Only components with something scored in them.
 */
export function componentsOf(slots: Slots): readonly Component[] {
  const links = new Links();
  const watched = new Map<Address, Leaf[]>();
  const loose = new Set<Address>();
  for (const slot of slots.all) {
    if (slot.certainty !== 'maybe') continue;
    const { set, toCome, compiled } = slot;
    if (set && toCome !== undefined && isFreeSet(set)) links.join(slot.address, presenceKey({ set, toCome }));
    if (set && (set.certainty === 'maybe' || (toCome !== undefined && !isFreeSet(set))))
      watch(set, undefined, slot);
    for (const leaf of compiled.askedIf === undefined ? [] : leavesOf(compiled.askedIf)) {
      if (slots.truthOf(leaf, slot) !== 'maybe') continue;
      const looked = slots.decidedBy(leaf, slot);
      if (looked) watch(looked, leaf, slot);
      else loose.add(slot.address);
    }
  }

  function watch(looked: Slot, leaf: Leaf | undefined, by: Slot): void {
    links.join(by.address, looked.address);
    const leaves = watched.get(looked.address) ?? [];
    if (leaf && !leaves.includes(leaf)) leaves.push(leaf);
    watched.set(looked.address, leaves);
  }

  const doubted = doubtedQuestions(slots);
  const groups = new Map<string, Slot[]>();
  for (const slot of slots.all) {
    if (slot.certainty === 'surelyNot') continue;
    const key = links.headOf(slot.address);
    const group = groups.get(key);
    if (group) group.push(slot);
    else groups.set(key, [slot]);
  }
  return [...groups.values()].flatMap((group): readonly Component[] => {
    const indicators = [...new Set(group.flatMap(({ compiled }) => compiled.scoring?.indicator ?? []))];
    if (indicators.length === 0) return [];
    const isWatched = ({ address }: Slot): boolean => watched.has(address);
    const reasons = new Set<BoundReason>();
    for (const slot of group) {
      const matters = isWatched(slot) || slot.compiled.scoring !== undefined;
      if (slot.content.kind === 'calculated' && matters) reasons.add('computed');
      if (loose.has(slot.address)) reasons.add('formula');
      if (doubted.has(slot.compiled.question.id) && !isFixed(slot)) reasons.add('validation');
    }
    return [
      {
        slots: group,
        watched: new Map(group.filter(isWatched).map(({ address }) => [address, watched.get(address) ?? []])),
        presences: presencesIn(group),
        reasons: [...reasons],
        indicators,
      },
    ];
  });
}

/** Names an instance to come among the addresses. */
export function presenceKey({ set, toCome }: Presence): string {
  return `${set.address}#${String(toCome)}`;
}

function presencesIn(group: readonly Slot[]): readonly Presence[] {
  const found = new Map<string, Presence>();
  for (const { set, toCome, compiled } of group) {
    if (set === undefined || toCome === undefined) continue;
    const isMandatory = isFreeSet(set) && toCome < (compiled.set?.minimum ?? 0);
    if (!isMandatory) found.set(presenceKey({ set, toCome }), { set, toCome });
  }
  return [...found.values()];
}

/** The questions that validations look at which must hold before submitting: they may rule out some completions. */
function doubtedQuestions({ compiled }: Slots): ReadonlySet<Id> {
  const errors = compiled.validations.filter(({ severity }) => severity === 'error');
  return new Set(errors.flatMap(({ holds }) => lookedAt(holds)));
}

/** Groups of keys that were joined, directly or by way of others. */
class Links {
  private readonly above = new Map<string, string>();

  join(a: string, b: string): void {
    this.above.set(this.headOf(a), this.headOf(b));
  }

  headOf(key: string): string {
    let at = key;
    for (let next = this.above.get(at); next !== undefined && next !== at; next = this.above.get(at)) {
      // Halves the way for the next time.
      const beyond = this.above.get(next) ?? next;
      this.above.set(at, beyond);
      at = beyond;
    }
    return at;
  }
}
