import type { Account, Invitation } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Problem } from '../http/problem.js';
import { Accounts } from '../session/accounts.service.js';
import { AccountViews } from './account-views.service.js';
import { AdministratorsLeft } from './administrators-left.service.js';
import { Invitations } from './invitations.service.js';

/** Looks after how accounts are entered: new links, shutting and opening. */
@Injectable()
export class AccountCare {
  constructor(
    private readonly views: AccountViews,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly administrators: AdministratorsLeft,
  ) {}

  /** @throws Problem `account.disabled`, `access.forbidden` */
  async renewInvitation(actor: Actor, accountId: string): Promise<Invitation> {
    return this.accounts.inTurn(actor.accountId, async () => {
      const account = await this.views.one(actor, accountId);
      if (!account.mayInvite) throw new Problem('access.forbidden');
      if (account.state === 'disabled') throw new Problem('account.disabled');
      return this.invitations.make(actor.accountId, accountId);
    });
  }

  /** @throws Problem `account.own`, `account.lastAdministrator` */
  async setState(actor: Actor, accountId: string, isDisabled: boolean): Promise<Account> {
    if (accountId === actor.accountId) throw new Problem('account.own');
    return this.accounts.inTurn(actor.accountId, async () => {
      if (isDisabled) {
        await this.administrators.assertAnother(accountId);
        await this.accounts.disable(actor.accountId, accountId);
      } else await this.accounts.enable(actor.accountId, accountId);
      return this.views.one(actor, accountId);
    });
  }
}
