import { type Invitation, lookAtInvitation, passwordFault, type ResponseOf } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { Clock, later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import type { AccountRow } from '../session/account.entity.js';
import { Accounts } from '../session/accounts.service.js';
import { Passwords } from '../session/passwords.js';
import { newToken, tokenHash } from '../session/session-token.js';
import type { ProvenAccount } from '../session/sessions.service.js';
import { AccountsRepository } from './accounts.repository.js';
import type { InvitationRow } from './invitation.entity.js';

/** So long a link can be used. */
const LIFETIME_MS = 7 * 24 * 60 * 60_000;

/** Links with which people choose their password: each for one person, once, and not for long. */
@Injectable()
export class Invitations {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly clock: Clock,
  ) {}

  /** Makes a link inside a unit of work or one of its own; those made before are worth nothing from now on. */
  async make(actorId: string, accountId: string): Promise<Invitation> {
    const token = newToken();
    return this.accounts.inTurn(actorId, async () => {
      const now = this.unit.now();
      const expiresAt = later(now, LIFETIME_MS);
      await this.repository.endInvitationsOf(accountId, now);
      const row = { id: uuidv7(), accountId, tokenHash: tokenHash(token) };
      await this.repository.addInvitation({ ...row, createdAt: now, expiresAt, endedAt: null });
      await this.chain.append({
        stream: { kind: 'administration' },
        action: 'account.invited',
        subjectId: accountId,
        body: { account: accountId },
      });
      return { token, expiresAt };
    });
  }

  /** @throws Problem `invitation.over` for a link that is unknown, used, replaced or too old, alike */
  async look(token: string): Promise<ResponseOf<typeof lookAtInvitation>> {
    const { account, invitation } = await this.#find(token);
    const { name, email, language } = account;
    return { name, email, language, expiresAt: invitation.expiresAt };
  }

  /**
   * Takes a link up: the account has this password from now on.
   *
   * @throws Problem `invitation.over`; `password.weak`, after which the link can be tried again
   */
  async accept(token: string, password: string): Promise<ProvenAccount> {
    const { account, invitation } = await this.#find(token);
    assertStrong(password, account);
    const passwordHash = await this.passwords.hash(password);
    await this.accounts.inTurn(account.id, async () => {
      if (!(await this.repository.endInvitation(invitation.id, this.unit.now()))) throw over();
      await this.accounts.choosePassword(account.id, passwordHash);
    });
    return { id: account.id, passwordHash };
  }

  async #find(token: string): Promise<{ readonly account: AccountRow; readonly invitation: InvitationRow }> {
    const invitation = await this.repository.findInvitation(tokenHash(token));
    if (!invitation || invitation.endedAt !== null || this.clock.now() >= invitation.expiresAt) throw over();
    const account = await this.repository.find(invitation.accountId);
    if (!account || account.disabledAt !== null) throw over();
    return { account, invitation };
  }
}

/** @throws Problem `password.weak` with the fault in `details` */
function assertStrong(password: string, { name, email }: AccountRow): void {
  const fault = passwordFault(password, [name, email]);
  if (fault === undefined) return;
  const message = 'Choose at least 12 characters that are not among the first that somebody would try.';
  throw new Problem('password.weak', {
    detail: message,
    places: [{ in: 'body', pointer: '/password', message }],
    details: { fault },
  });
}

function over(): Problem {
  return new Problem('invitation.over', {
    detail: 'It was used, replaced by a newer one, or is too old. Ask whoever invited you for another one.',
  });
}
