import type { Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Accounts, type NewMembership } from '../session/accounts.service.js';
import { Passwords } from '../session/passwords.js';
import { type DemoAccount, readablePassword } from './demo-accounts.js';
import type { DemoCity } from './demo-city.js';

/** A person to be made. */
export interface DemoRole extends Omit<DemoAccount, 'password'> {
  readonly language: string;
}

/** The people who run the programme; what they may reach is granted once it exists. */
export const SECRETARIAT = [
  { role: 'administrator', name: 'Judit Halas', email: 'administrator@kilim.example', language: 'en' },
  { role: 'coordinator', name: 'Marek Lindqvist', email: 'coordinator@kilim.example', language: 'en' },
  { role: 'expert', name: 'Helena Vasari', email: 'expert@kilim.example', language: 'en' },
] as const satisfies readonly DemoRole[];

/** The people of a city. */
export function peopleOf(city: DemoCity): readonly [lead: DemoRole, contributor: DemoRole] {
  const person = (role: 'cityLead' | 'cityContributor', of: DemoCity['lead']): DemoRole => ({
    role,
    name: of.name,
    email: `${of.mailbox}@${city.domain}`,
    language: city.language,
    city: city.name,
  });
  return [person('cityLead', city.lead), person('cityContributor', city.contributor)];
}

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
