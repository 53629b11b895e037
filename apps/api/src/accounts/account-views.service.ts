import type { Account, GrantPlace } from '@kilim/contracts';
import { gather } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Problem } from '../http/problem.js';
import type { AccountRow } from '../session/account.entity.js';
import type { MembershipRow } from '../session/membership.entity.js';
import { AccountsRepository } from './accounts.repository.js';
import { grantPlaces } from './grant-places.js';
import { PlaceBook } from './place-book.js';

/** Accounts as somebody who looks after them sees them: within their reach. */
@Injectable()
export class AccountViews {
  constructor(private readonly repository: AccountsRepository) {}

  /** By name. */
  async list(actor: Actor): Promise<readonly Account[]> {
    const [book, rows] = [await this.book(), await this.repository.findAll()];
    return this.#describe(actor, book, rows);
  }

  /** @throws Problem `resource.missing` */
  async one(actor: Actor, accountId: string): Promise<Account> {
    const row = await this.repository.find(accountId);
    const [account] = row ? await this.#describe(actor, await this.book(), [row]) : [];
    if (!account) throw new Problem('resource.missing');
    return account;
  }

  /** Where somebody may give which roles. */
  async places(actor: Actor): Promise<readonly GrantPlace[]> {
    return grantPlaces(actor, await this.book());
  }

  /** Every place as it is now. */
  async book(): Promise<PlaceBook> {
    return new PlaceBook(await this.repository.findPlaces());
  }

  async #describe(actor: Actor, book: PlaceBook, rows: readonly AccountRow[]): Promise<readonly Account[]> {
    const held = gather(await this.repository.findMemberships(), ({ accountId }) => accountId);
    const lastSeen = await this.repository.lastSeen();
    const open = new Map((await this.repository.findOpenInvitations()).map((each) => [each.accountId, each]));
    const seesAll = book.allows(actor, 'account:disable', { scope: 'installation', scopeId: null });
    return rows.flatMap((row): readonly Account[] => {
      const own = held.get(row.id) ?? [];
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
