import { type GivenRole, type NewMembership, ROLE_SCOPES } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { normalEmail } from '../session/account.entity.js';
import { Accounts } from '../session/accounts.service.js';
import { AccountViews } from './account-views.service.js';
import { AccountsRepository } from './accounts.repository.js';
import { AdministratorsLeft } from './administrators-left.service.js';
import { Invitations } from './invitations.service.js';
import { assertNoOwnVerifier } from './own-verifier.js';
import type { HeldPlace, PlaceBook } from './place-book.js';

/** Somebody to be added with a first role. */
export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly membership: NewMembership;
}

/** A role that somebody may give. */
interface AskedRole {
  readonly membership: NewMembership;
  readonly book: PlaceBook;
  /** Where it stands in the request's body. */
  readonly pointer: string;
}

/** Gives roles and takes them away, each within the reach of who does. */
@Injectable()
export class RoleGiving {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly views: AccountViews,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly administrators: AdministratorsLeft,
    private readonly unit: UnitOfWork,
  ) {}

  /** @throws Problem `membership.invalid`, `membership.exists`, `access.forbidden` */
  async invite(actor: Actor, person: NewPerson): Promise<GivenRole> {
    const book = await this.views.book();
    assertMayGrant(actor, book, person.membership);
    return this.accounts.inTurn(actor.accountId, async () => {
      const known = await this.repository.findByEmail(normalEmail(person.email));
      const accountId =
        known?.id ?? (await this.accounts.addAccount(actor.accountId, { ...person, passwordHash: '' }));
      return this.#grant(actor, accountId, { membership: person.membership, book, pointer: '/membership' });
    });
  }

  /** @throws Problem `membership.invalid`, `membership.exists`, `access.forbidden` */
  async grant(actor: Actor, accountId: string, membership: NewMembership): Promise<GivenRole> {
    const book = await this.views.book();
    assertMayGrant(actor, book, membership);
    return this.accounts.inTurn(actor.accountId, () =>
      this.#grant(actor, accountId, { membership, book, pointer: '' }),
    );
  }

  /** @throws Problem `resource.missing`, `access.forbidden`, `account.lastAdministrator` */
  async end(actor: Actor, accountId: string, membershipId: string): Promise<void> {
    await this.accounts.inTurn(actor.accountId, async () => {
      const book = await this.views.book();
      const held = (await this.repository.findMemberships(accountId)).find(({ id }) => id === membershipId);
      if (!held || !book.allows(actor, 'account:read', held)) throw new Problem('resource.missing');
      if (!book.mayGrant(actor, held.role, held)) throw new Problem('access.forbidden');
      if (held.role === 'administrator') await this.administrators.assertAnother(accountId);
      const { role, scope, scopeId } = held;
      const ended = { accountId, role, scope, ...(scopeId !== null && { scopeId }) };
      const wasInForce = await this.accounts.endMembership(actor.accountId, membershipId, ended);
      if (!wasInForce) throw new Problem('resource.missing');
    });
  }

  async #grant(actor: Actor, accountId: string, asked: AskedRole): Promise<GivenRole> {
    const { membership, book, pointer } = asked;
    const held = await this.repository.findMemberships(accountId);
    const given = { role: membership.role, ...placeOf(membership) };
    const isHeld = held.some(
      ({ role, scope, scopeId }) => role === given.role && scope === given.scope && scopeId === given.scopeId,
    );
    if (isHeld) throw new Problem('membership.exists');
    assertNoOwnVerifier(book, held, given, pointer);
    const { role, scope, scopeId, sections } = membership;
    await this.accounts.grant(actor.accountId, {
      ...{ accountId, role, scope },
      ...(scopeId !== undefined && { scopeId }),
      ...(sections !== undefined && { sections }),
    });
    return this.#linked(actor, accountId);
  }

  /**
   * A link opens the whole account to whoever has it. So none that is open survives a further role: its maker need not be
   * one who may give that. The next one is for whoever may give every role of the account.
   */
  async #linked(actor: Actor, accountId: string): Promise<GivenRole> {
    const row = await this.repository.find(accountId);
    if (row?.passwordHash === '') await this.repository.endInvitationsOf(accountId, this.unit.now());
    const account = await this.views.one(actor, accountId);
    if (account.state !== 'invited' || !account.mayInvite) return { account };
    const invitation = await this.invitations.make(actor.accountId, accountId);
    return { account: { ...account, invitedUntil: invitation.expiresAt }, invitation };
  }
}

/** @throws Problem `membership.invalid` for a role that can't be held there; `access.forbidden` */
function assertMayGrant(actor: Actor, book: PlaceBook, membership: NewMembership): void {
  const { role, scope, sections } = membership;
  const place = placeOf(membership);
  const isOdd = !ROLE_SCOPES[role].includes(scope) || (sections !== undefined && role !== 'cityContributor');
  // A place that is foreign is answered like one that does not exist.
  if (isOdd || !book.has(place) || !book.allows(actor, 'account:read', place)) {
    throw new Problem('membership.invalid');
  }
  if (!book.mayGrant(actor, role, place)) throw new Problem('access.forbidden');
}

function placeOf({ scope, scopeId }: NewMembership): HeldPlace {
  return { scope, scopeId: scopeId ?? null };
}
