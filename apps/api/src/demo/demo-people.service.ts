import type { Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Accounts, type NewMembership } from '../session/accounts.service.js';
import { Passwords } from '../session/passwords.js';
import { type DemoAccount, readablePassword } from './demo-accounts.js';
import type { DemoRole } from './demo-roles.js';

/** Makes accounts with passwords of their own, and gives roles. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly unit: UnitOfWork,
  ) {}

  /** Chooses passwords; nothing is written yet. Answers each account with the hash that is kept of its password. */
  async prepare(roles: readonly DemoRole[]): Promise<readonly PreparedAccount[]> {
    return Promise.all(
      roles.map(async ({ language, ...role }) => {
        const password = readablePassword();
        const passwordHash = await this.passwords.hash(password);
        return { account: { ...role, password }, language, passwordHash };
      }),
    );
  }

  /** Adds the accounts; answers their ids by e-mail. */
  async add(prepared: readonly PreparedAccount[], at: Instant): Promise<ReadonlyMap<string, string>> {
    return this.unit.write({ actor: null, at }, async () => {
      const ids = new Map<string, string>();
      for (const { account, language, passwordHash } of prepared) {
        const { email, name } = account;
        ids.set(email, await this.accounts.addAccount(null, { email, name, language, passwordHash }));
      }
      return ids;
    });
  }

  async grant(actorId: string | null, memberships: readonly NewMembership[], at: Instant): Promise<void> {
    await this.unit.write({ actor: actorId, at }, async () => {
      for (const membership of memberships) await this.accounts.grant(actorId, membership);
    });
  }
}

/** An account that is ready to be added. */
export interface PreparedAccount {
  readonly account: DemoAccount;
  readonly language: string;
  readonly passwordHash: string;
}
