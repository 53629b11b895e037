import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { AccountsRepository } from './accounts.repository.js';

/** There is always somebody who can let others in. */
@Injectable()
export class AdministratorsLeft {
  constructor(private readonly repository: AccountsRepository) {}

  /**
   * Asked before an account is shut or loses that role.
   *
   * @throws Problem `account.lastAdministrator` when nobody else could sign in as an administrator
   */
  async assertAnother(accountId: string): Promise<void> {
    const held = await this.repository.findMemberships();
    const administrators = held.filter(({ role }) => role === 'administrator');
    if (!administrators.some((each) => each.accountId === accountId)) return;
    for (const other of administrators.filter((each) => each.accountId !== accountId)) {
      const account = await this.repository.find(other.accountId);
      if (account && account.disabledAt === null && account.passwordHash !== '') return;
    }
    throw new Problem('account.lastAdministrator');
  }
}
