import type { Reader, Role, ScopeKind } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { normalEmail } from './account.entity.js';
import { SessionRepository } from './session.repository.js';

/** An account to be made. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Language of the interface. */
  readonly language: string;
  /** From `Passwords.hash`, made before the unit of work begins. */
  readonly passwordHash: string;
}

/** A role to be given. */
export interface NewMembership {
  readonly accountId: string;
  readonly role: Role;
  readonly scope: ScopeKind;
  /** Absent for the installation only. */
  readonly scopeId?: string;
  /** Section ids a contributor is confined to; absent: all. */
  readonly sections?: readonly string[];
  /** As which reader an expert verifies; absent: as the first. */
  readonly reader?: Reader;
}

/** Accounts and their roles. Each method writes inside a unit of work of its own or joins the caller's; see {@link Accounts.inTurn}. */
@Injectable()
export class Accounts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly repository: SessionRepository,
  ) {}

  /**
   * A unit of work that looks at people and changes them: one after another, on PostgreSQL across all servers, too. So
   * what it sees of accounts, roles, links and sessions still holds when it writes. Whoever changes any of them does it
   * in here, and nothing of them before: units that lock the same rows in another order would wait for each other. (That
   * sessions are in use leaves no trace, so it is noted apart, but in turn, too.)
   */
  async inTurn<T>(actor: string | null, work: () => Promise<T>): Promise<T> {
    return this.unit.write({ actor }, async () => {
      await this.chain.hold({ kind: 'administration' });
      return work();
    });
  }

  /** @returns the id of the account */
  async addAccount(actor: string | null, account: NewAccount): Promise<string> {
    return this.inTurn(actor, async () => {
      const { name, language, passwordHash } = account;
      const id = uuidv7();
      const row = { id, email: normalEmail(account.email), name, language, passwordHash };
      await this.repository.insertAccount({ ...row, disabledAt: null, createdAt: this.unit.now() });
      await this.#note('account.added', id, { subject: name, account: id });
      return id;
    });
  }

  /** @returns the id of the membership */
  async grant(actor: string | null, membership: NewMembership): Promise<string> {
    return this.inTurn(actor, async () => {
      const { accountId, role, scope, scopeId, sections, reader } = membership;
      if ((scope === 'installation') !== (scopeId === undefined)) {
        throw new Error(`A role on ${scope} ${scopeId === undefined ? 'needs' : 'has no'} id.`);
      }
      const id = uuidv7();
      await this.repository.insertMembership({
        ...{ id, accountId, role, scope },
        scopeId: scopeId ?? null,
        sections: sections ?? null,
        reader: reader ?? null,
        grantedAt: this.unit.now(),
        endedAt: null,
      });
      await this.#note('membership.granted', id, {
        subject: role,
        account: accountId,
        ...placeOf(membership),
      });
      return id;
    });
  }

  /** Takes a role away; answers whether it was in force until now. */
  async endMembership(actor: string | null, id: string, membership: NewMembership): Promise<boolean> {
    return this.inTurn(actor, async () => {
      const wasInForce = await this.repository.endMembership(id, this.unit.now());
      const { role, accountId } = membership;
      const body = { subject: role, account: accountId, ...placeOf(membership) };
      if (wasInForce) await this.#note('membership.ended', id, body);
      return wasInForce;
    });
  }

  /** Shuts an account: all of its sessions end at once. */
  async disable(actor: string | null, accountId: string): Promise<void> {
    await this.inTurn(actor, async () => {
      await this.repository.setDisabled(accountId, this.unit.now());
      await this.repository.endSessionsOf(accountId, this.unit.now());
      await this.#note('account.disabled', accountId, { account: accountId });
    });
  }

  /** Opens an account that was shut. */
  async enable(actor: string | null, accountId: string): Promise<void> {
    await this.inTurn(actor, async () => {
      await this.repository.setDisabled(accountId, null);
      await this.#note('account.enabled', accountId, { account: accountId });
    });
  }

  /** Gives an account the password that its owner chose; whoever was signed in with the old one is so no longer. */
  async choosePassword(accountId: string, passwordHash: string): Promise<void> {
    await this.inTurn(accountId, async () => {
      await this.repository.setPassword(accountId, passwordHash);
      await this.repository.endSessionsOf(accountId, this.unit.now());
      await this.#note('account.activated', accountId, { account: accountId });
    });
  }

  async #note(
    action: AccountAction,
    subjectId: string,
    body: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.chain.append({ stream: { kind: 'administration' }, action, subjectId, body });
  }
}

type AccountAction =
  | 'account.added'
  | 'account.activated'
  | 'account.disabled'
  | 'account.enabled'
  | 'membership.granted'
  | 'membership.ended';

function placeOf({ scope, scopeId }: NewMembership): Readonly<Record<string, string>> {
  return { scope, ...(scopeId !== undefined && { scopeId }) };
}
