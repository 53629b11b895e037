import { allows, type Permission, PERMISSIONS, type Reader, type Role } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { Memories } from '../memory/memories.service.js';
import type { Remembered } from '../memory/remembered.js';
import { AccessRepository } from './access.repository.js';
import type { Actor, HeldRole } from './actor.js';
import type { Place, Scope } from './scope.js';

/** What a role in a part of a round, programme or version also gives on the whole of it: a city reads its round. */
const GIVEN_BY_A_PART: readonly Permission[] = ['round:read', 'round:watch', 'questionnaire:read'];

/** Who may do what where (decision 7). A role reaches what its scope contains; see also {@link GIVEN_BY_A_PART}. */
@Injectable()
export class Access {
  readonly #places: Remembered<readonly Place[]>;

  constructor(
    private readonly repository: AccessRepository,
    memories: Memories,
  ) {
    this.#places = memories.of(
      ...['programme', 'questionnaire', 'questionnaire_version', 'round', 'city', 'assessment'],
      // Accounts stand where their roles are.
      ...['account', 'membership'],
    );
  }

  /** The roles an account holds now, for a fresh {@link Actor}. */
  async rolesOf(accountId: string): Promise<readonly HeldRole[]> {
    return this.repository.rolesOf(accountId);
  }

  /** The roles whose scope contains this one; empty when it is foreign or does not exist. */
  async rolesFor(actor: Actor, scope: Scope): Promise<readonly Role[]> {
    return rolesOf((await this.#standingAt(actor, scope)).containing);
  }

  /**
   * Lets through who holds the permission there.
   *
   * @throws Problem `resource.missing` for what is foreign or unknown, identically; `access.forbidden` inside
   */
  async require(actor: Actor, scope: Scope, permission: Permission): Promise<void> {
    const { containing, parts } = await this.#standingAt(actor, scope);
    if (allows(rolesOf(containing), permission)) return;
    if (GIVEN_BY_A_PART.includes(permission) && allows(rolesOf(parts), permission)) return;
    const isInside = containing.length + parts.length > 0 || scope.kind === 'installation';
    throw new Problem(isInside ? 'access.forbidden' : 'resource.missing');
  }

  /**
   * Lets through who holds the permission anywhere; what it reaches, the service looks at.
   *
   * @throws Problem `access.forbidden`
   */
  requireAnywhere(actor: Actor, permission: Permission): void {
    if (!allows(rolesOf(actor.memberships), permission)) throw new Problem('access.forbidden');
  }

  /** Everything that somebody may do with an assessment, in the order of the permission table. */
  async permissionsOn(actor: Actor, assessmentId: string): Promise<readonly Permission[]> {
    const roles = await this.rolesFor(actor, { kind: 'assessment', id: assessmentId });
    return permissionsOf(roles);
  }

  /**
   * The sections of an assessment that somebody may answer.
   *
   * @returns undefined: all of them (or it is not theirs to answer: ask the permission first)
   */
  async sectionsOn(actor: Actor, assessmentId: string): Promise<readonly string[] | undefined> {
    const { containing } = await this.#standingAt(actor, { kind: 'assessment', id: assessmentId });
    const writing = containing.filter(({ role }) => allows([role], 'answer:write'));
    if (writing.length === 0 || writing.some(({ sections }) => sections === null)) return undefined;
    return [...new Set(writing.flatMap(({ sections }) => sections ?? []))];
  }

  /** As which reader somebody verifies an assessment; undefined for whoever does not verify it. */
  async readerOn(actor: Actor, assessmentId: string): Promise<Reader | undefined> {
    const { containing } = await this.#standingAt(actor, { kind: 'assessment', id: assessmentId });
    const verifying = containing.filter(({ role }) => allows([role], 'finding:write'));
    if (verifying.length === 0) return undefined;
    return verifying.every(({ reader }) => reader === 'second') ? 'second' : 'first';
  }

  /** The assessments somebody may see, by id in the order they were made. */
  async visibleAssessmentIds(actor: Actor): Promise<readonly string[]> {
    return this.repository.assessmentIds(reach(actor));
  }

  /** The assessments whose answers an account may change, or once might: nowhere else is there an answer of theirs. */
  async everAnswerable(accountId: string): Promise<readonly string[]> {
    const held = await this.repository.rolesEverOf(accountId);
    const memberships = held.filter(({ role }) => allows([role], 'answer:write'));
    return this.repository.assessmentIds(reach({ memberships }));
  }

  /** The rounds somebody has a part in. */
  async visibleRoundIds(actor: Actor): Promise<readonly string[]> {
    return this.repository.roundIds(reach(actor));
  }

  /** The questionnaire versions somebody may read. */
  async visibleVersionIds(actor: Actor): Promise<readonly string[]> {
    return this.repository.versionIds(reach(actor));
  }

  async #standingAt(actor: Actor, scope: Scope): Promise<RoleStanding> {
    const everywhere = actor.memberships.filter((held) => held.scope === 'installation');
    if (scope.kind === 'installation') return { containing: everywhere, parts: [] };
    const places = await this.#places.get(`${scope.kind} ${scope.id}`, () => this.repository.placesOf(scope));
    if (places === undefined) return { containing: [], parts: [] };
    const at = (contains: boolean) => {
      const meant = places.filter((place) => place.contains === contains);
      return actor.memberships.filter((held) => meant.some((place) => holdsAt(held, place)));
    };
    return { containing: [...everywhere, ...at(true)], parts: at(false) };
  }
}

/** Where somebody stands towards a scope: roles that contain it, and roles in parts of it. */
interface RoleStanding {
  readonly containing: readonly HeldRole[];
  readonly parts: readonly HeldRole[];
}

function rolesOf(held: readonly HeldRole[]): readonly Role[] {
  return held.map(({ role }) => role);
}

/** What some roles may do, in the order of the permission table. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => allows(roles, permission));
}

function holdsAt(held: HeldRole, place: Place): boolean {
  return held.scope === place.scope && held.scopeId === place.scopeId;
}

function reach(actor: Pick<Actor, 'memberships'>) {
  if (actor.memberships.some(({ scope }) => scope === 'installation')) return 'all' as const;
  const at = (scope: HeldRole['scope']) =>
    actor.memberships.flatMap((held) =>
      held.scope === scope && held.scopeId !== null ? [held.scopeId] : [],
    );
  return {
    programme: at('programme'),
    round: at('round'),
    city: at('city'),
    assessment: at('assessment'),
  };
}
