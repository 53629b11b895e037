import {
  type Account,
  type GrantPlace,
  inviteAccount,
  type NewMembership,
  type ResponseOf,
  ROLE_SCOPES,
  type Invitation,
} from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { type AccountRow, normalEmail } from '../session/account.entity.js';
import { Accounts } from '../session/accounts.service.js';
import type { MembershipRow } from '../session/membership.entity.js';
import { AccountsRepository } from './accounts.repository.js';
import { grantPlaces } from './grant-places.js';
import { Invitations } from './invitations.service.js';
import { PlaceBook } from './place-book.js';

/** Somebody to be added with a first role. */
export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly membership: NewMembership;
}

/** Looks after accounts: who there is, who may do what where. Everything is seen within the reach of who asks. */
@Injectable()
export class AccountCare {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly unit: UnitOfWork,
  ) {}

  /** By name. */
  async list(actor: Actor): Promise<readonly Account[]> {
    const [book, rows] = [await this.#book(), await this.repository.findAll()];
    return this.#describe(actor, book, rows);
  }

  /** Where somebody may give which roles. */
  async places(actor: Actor): Promise<readonly GrantPlace[]> {
    return grantPlaces(actor, await this.#book());
  }

  /** @throws Problem `membership.invalid`, `membership.exists`, `access.forbidden` */
  async invite(actor: Actor, person: NewPerson): Promise<ResponseOf<typeof inviteAccount>> {
    const book = await this.#book();
    assertMayGrant(actor, book, person.membership);
    return this.unit.write({ actor: actor.accountId }, async () => {
      const known = await this.repository.findByEmail(normalEmail(person.email));
      const accountId =
        known?.id ?? (await this.accounts.addAccount(actor.accountId, { ...person, passwordHash: '' }));
      await this.#grant(actor, accountId, person.membership);
      const account = await this.#one(actor, book, accountId);
      // Whoever makes a link could use it: only for somebody who is new, or who has roles nowhere else.
      const isLinked = known === null || (known.passwordHash === '' && account.mayInvite);
      return isLinked
        ? { account, invitation: await this.invitations.make(actor.accountId, accountId) }
        : { account };
    });
  }

  /** @throws Problem `account.disabled`, `access.forbidden` */
  async renewInvitation(actor: Actor, accountId: string): Promise<Invitation> {
    const account = await this.#one(actor, await this.#book(), accountId);
    if (!account.mayInvite) throw new Problem('access.forbidden');
    if (account.state === 'disabled') throw new Problem('account.disabled');
    return this.invitations.make(actor.accountId, accountId);
  }

  /** @throws Problem `account.own`, `account.lastAdministrator` */
  async setState(actor: Actor, accountId: string, isDisabled: boolean): Promise<Account> {
    if (accountId === actor.accountId) throw new Problem('account.own');
    return this.unit.write({ actor: actor.accountId }, async () => {
      if (isDisabled) {
        await this.#assertAnotherAdministrator(accountId);
        await this.accounts.disable(actor.accountId, accountId);
      } else await this.accounts.enable(actor.accountId, accountId);
      return this.#one(actor, await this.#book(), accountId);
    });
  }

  /** @throws Problem `membership.invalid`, `membership.exists`, `access.forbidden` */
  async grant(actor: Actor, accountId: string, membership: NewMembership): Promise<Account> {
    const book = await this.#book();
    assertMayGrant(actor, book, membership);
    return this.unit.write({ actor: actor.accountId }, async () => {
      await this.#grant(actor, accountId, membership);
      return this.#one(actor, book, accountId);
    });
  }

  /** @throws Problem `resource.missing`, `access.forbidden`, `account.lastAdministrator` */
  async end(actor: Actor, accountId: string, membershipId: string): Promise<void> {
    const book = await this.#book();
    const held = (await this.repository.findMemberships(accountId)).find(({ id }) => id === membershipId);
    if (!held || !book.allows(actor, 'account:read', held)) throw new Problem('resource.missing');
    if (!book.mayGrant(actor, held.role, held)) throw new Problem('access.forbidden');
    await this.unit.write({ actor: actor.accountId }, async () => {
      if (held.role === 'administrator') await this.#assertAnotherAdministrator(accountId);
      const { role, scope, scopeId } = held;
      const ended = { accountId, role, scope, ...(scopeId !== null && { scopeId }) };
      const wasInForce = await this.accounts.endMembership(actor.accountId, membershipId, ended);
      if (!wasInForce) throw new Problem('resource.missing');
    });
  }

  async #grant(actor: Actor, accountId: string, membership: NewMembership): Promise<void> {
    const held = await this.repository.findMemberships(accountId);
    const isHeld = held.some(
      ({ role, scope, scopeId }) =>
        role === membership.role && scope === membership.scope && scopeId === (membership.scopeId ?? null),
    );
    if (isHeld) throw new Problem('membership.exists');
    const { role, scope, scopeId, sections } = membership;
    await this.accounts.grant(actor.accountId, {
      ...{ accountId, role, scope },
      ...(scopeId !== undefined && { scopeId }),
      ...(sections !== undefined && { sections }),
    });
  }

  /** There is always somebody who can let others in. */
  async #assertAnotherAdministrator(accountId: string): Promise<void> {
    const held = await this.repository.findMemberships();
    const others = held.filter(({ role, accountId: of }) => role === 'administrator' && of !== accountId);
    const isOne = held.some(({ role, accountId: of }) => role === 'administrator' && of === accountId);
    if (!isOne) return;
    for (const other of others) {
      const account = await this.repository.find(other.accountId);
      if (account && account.disabledAt === null && account.passwordHash !== '') return;
    }
    throw new Problem('account.lastAdministrator');
  }

  async #book(): Promise<PlaceBook> {
    return new PlaceBook(await this.repository.findPlaces());
  }

  async #one(actor: Actor, book: PlaceBook, accountId: string): Promise<Account> {
    const row = await this.repository.find(accountId);
    const [account] = row ? await this.#describe(actor, book, [row]) : [];
    if (!account) throw new Problem('resource.missing');
    return account;
  }

  async #describe(actor: Actor, book: PlaceBook, rows: readonly AccountRow[]): Promise<readonly Account[]> {
    const held = await this.repository.findMemberships();
    const lastSeen = await this.repository.lastSeen();
    const open = new Map((await this.repository.findOpenInvitations()).map((each) => [each.accountId, each]));
    const seesAll = book.allows(actor, 'account:disable', { scope: 'installation', scopeId: null });
    return rows.flatMap((row): readonly Account[] => {
      const own = held.filter(({ accountId }) => accountId === row.id);
      const visible = own.filter((each) => book.allows(actor, 'account:read', each));
      if (visible.length === 0 && !seesAll) return [];
      const hasNoPassword = row.passwordHash === '';
      const isWithin = own.every((each) => book.mayGrant(actor, each.role, each));
      const { id, name, email, language, createdAt, disabledAt } = row;
      const [seen, invitation] = [lastSeen.get(id), open.get(id)];
      return [
        {
          ...{ id, name, email, language, createdAt },
          state: disabledAt !== null ? 'disabled' : hasNoPassword ? 'invited' : 'active',
          ...(seen !== undefined && { lastSeenAt: seen }),
          ...(invitation && { invitedUntil: invitation.expiresAt }),
          memberships: visible.map((each) => described(actor, book, each)),
          mayDisable: seesAll && id !== actor.accountId,
          mayInvite: seesAll || (hasNoPassword && isWithin),
        },
      ];
    });
  }
}

function described(actor: Actor, book: PlaceBook, held: MembershipRow): Account['memberships'][number] {
  const { id, role, scope, scopeId, sections, grantedAt } = held;
  const named = book.nameOf(held);
  return {
    ...{ id, role, scope, grantedAt, mayEnd: book.mayGrant(actor, role, held) },
    ...(named && { scopeName: scope === 'assessment' ? `${named.name}, ${named.within ?? ''}` : named.name }),
    ...(scopeId !== null && { scopeId }),
    ...(sections !== null && { sections }),
  };
}

/** @throws Problem `membership.invalid` for a role that can't be held there; `access.forbidden` */
function assertMayGrant(actor: Actor, book: PlaceBook, membership: NewMembership): void {
  const { role, scope, sections } = membership;
  const place = { scope, scopeId: membership.scopeId ?? null };
  const isOdd = !ROLE_SCOPES[role].includes(scope) || (sections !== undefined && role !== 'cityContributor');
  // A place that is foreign is answered like one that does not exist.
  if (isOdd || !book.has(place) || !book.allows(actor, 'account:read', place)) {
    throw new Problem('membership.invalid');
  }
  if (!book.mayGrant(actor, role, place)) throw new Problem('access.forbidden');
}
