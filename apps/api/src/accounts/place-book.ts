import { allows, mayGrant, type Permission, type Role, type ScopeKind } from '@kilim/contracts';
import { gather } from '@kilim/indicators';
import type { Actor } from '../access/actor.js';
import type { PlaceRows } from './accounts.repository.js';

/** A place at which a role is or can be held; the installation has no id. */
export interface HeldPlace {
  readonly scope: ScopeKind;
  readonly scopeId: string | null;
}

/** Which places lie in which, and what they are called. */
export class PlaceBook {
  readonly #names = new Map<string, { readonly name: string; readonly within?: string }>();
  readonly #around = new Map<string, readonly string[]>();
  /** By city. */
  readonly #assessments: ReadonlyMap<string, PlaceRows['assessments']>;

  constructor(readonly rows: PlaceRows) {
    const { programmes, rounds, cities, assessments } = rows;
    const programmeOf = new Map(rounds.map(({ id, programmeId }) => [id, programmeId]));
    for (const { id, name } of programmes) this.#add('programme', id, [], { name });
    const nameOf = (scope: ScopeKind, id: string) => this.#names.get(keyOf(scope, id))?.name ?? '';
    for (const { id, name, programmeId } of rounds) {
      const within = nameOf('programme', programmeId);
      this.#add('round', id, [keyOf('programme', programmeId)], { name, within });
    }
    this.#assessments = gather(assessments, ({ cityId }) => cityId);
    for (const { id, name, country, programmeId } of cities) {
      const own = this.assessmentsOf(id);
      const programmesOf = [programmeId, ...own.map(({ roundId }) => programmeOf.get(roundId) ?? null)];
      const around = programmesOf.flatMap((each) => (each === null ? [] : [keyOf('programme', each)]));
      this.#add('city', id, around, { name, within: country });
    }
    for (const { id, cityId, roundId } of assessments) {
      const around = [
        keyOf('city', cityId),
        keyOf('round', roundId),
        keyOf('programme', programmeOf.get(roundId) ?? ''),
      ];
      this.#add('assessment', id, around, { name: nameOf('city', cityId), within: nameOf('round', roundId) });
    }
  }

  /** Whether there is such a place. */
  has({ scope, scopeId }: HeldPlace): boolean {
    return scope === 'installation' ? scopeId === null : this.#around.has(keyOf(scope, scopeId ?? ''));
  }

  /** What a place is called, and what it lies in; undefined for the installation. */
  nameOf({ scope, scopeId }: HeldPlace): { readonly name: string; readonly within?: string } | undefined {
    return this.#names.get(keyOf(scope, scopeId ?? ''));
  }

  /** The assessments of a city, in the order of the rows. */
  assessmentsOf(cityId: string): PlaceRows['assessments'] {
    return this.#assessments.get(cityId) ?? [];
  }

  /** The cities of which a role at a place reaches an assessment, or that are the place. */
  citiesAt({ scope, scopeId }: HeldPlace): readonly string[] {
    if (scopeId === null) return [];
    if (scope === 'city') return [scopeId];
    const reached = this.rows.assessments.filter(
      ({ id, roundId }) => scopeId === (scope === 'assessment' ? id : roundId),
    );
    return reached.map(({ cityId }) => cityId);
  }

  /** Whether somebody may give or take a role at a place. */
  mayGrant(actor: Actor, role: Role, place: HeldPlace): boolean {
    return mayGrant(this.#rolesAt(actor, place), role);
  }

  /** Whether somebody holds a permission over a place. */
  allows(actor: Actor, permission: Permission, place: HeldPlace): boolean {
    return allows(this.#rolesAt(actor, place), permission);
  }

  /** A city's lead looks after the city's own people, not after those who verify it. */
  #rolesAt(actor: Actor, { scope, scopeId }: HeldPlace): readonly Role[] {
    const own = keyOf(scope, scopeId ?? '');
    const around = this.#around.get(own) ?? [];
    const holds = (held: Actor['memberships'][number]): boolean => {
      if (held.scope === 'installation') return true;
      const at = keyOf(held.scope, held.scopeId ?? '');
      return at === own || (held.role !== 'cityLead' && around.includes(at));
    };
    return actor.memberships.filter(holds).map(({ role }) => role);
  }

  #add(
    scope: ScopeKind,
    id: string,
    around: readonly string[],
    name: { readonly name: string; readonly within?: string },
  ): void {
    this.#around.set(keyOf(scope, id), around);
    this.#names.set(keyOf(scope, id), name);
  }
}

function keyOf(scope: ScopeKind, id: string): string {
  return `${scope}/${id}`;
}
