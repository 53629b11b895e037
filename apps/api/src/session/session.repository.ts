import type { ScopeKind } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AssessmentRow } from '../assessments/assessment.entity.js';
import { CityRow } from '../cities/city.entity.js';
import { insertRow } from '../database/insert-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProgrammeRow } from '../rounds/programme.entity.js';
import { RoundRow } from '../rounds/round.entity.js';
import { AccountRow } from './account.entity.js';
import { MembershipRow } from './membership.entity.js';
import { SessionRow } from './session.entity.js';

/** A session and the account behind it. */
export interface SessionWithAccount {
  readonly session: SessionRow;
  readonly account: AccountRow;
}

/** The rows of accounts, their roles and their sessions. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** @param email in its normal form */
  async accountByEmail(email: string): Promise<AccountRow | null> {
    return this.reads.manager().findOneBy(AccountRow, { email });
  }

  async account(id: string): Promise<AccountRow | null> {
    return this.reads.manager().findOneBy(AccountRow, { id });
  }

  async session(id: string): Promise<SessionRow | null> {
    return this.reads.manager().findOneBy(SessionRow, { id });
  }

  async sessionByTokenHash(tokenHash: string): Promise<SessionWithAccount | null> {
    const session = await this.reads.manager().findOneBy(SessionRow, { tokenHash });
    if (!session) return null;
    const account = await this.reads.manager().findOneByOrFail(AccountRow, { id: session.accountId });
    return { session, account };
  }

  async insertAccount(row: AccountRow): Promise<void> {
    await insertRow(this.unit.manager(), AccountRow, row);
  }

  async insertMembership(row: MembershipRow): Promise<void> {
    await insertRow(this.unit.manager(), MembershipRow, row);
  }

  async insertSession(row: SessionRow): Promise<void> {
    await insertRow(this.unit.manager(), SessionRow, row);
  }

  /** @param disabledAt null opens the account again */
  async setDisabled(id: string, disabledAt: string | null): Promise<void> {
    await this.unit.manager().update(AccountRow, { id }, { disabledAt });
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.unit.manager().update(AccountRow, { id }, { passwordHash });
  }

  /** Answers whether it was in force until now. */
  async endMembership(id: string, endedAt: string): Promise<boolean> {
    const { affected } = await this.unit
      .manager()
      .update(MembershipRow, { id, endedAt: IsNull() }, { endedAt });
    return affected === 1;
  }

  async touchSessions(ids: readonly string[], lastSeenAt: string): Promise<void> {
    await this.unit.manager().update(SessionRow, { id: In([...ids]), endedAt: IsNull() }, { lastSeenAt });
  }

  async endSession(id: string, endedAt: string): Promise<void> {
    await this.unit.manager().update(SessionRow, { id, endedAt: IsNull() }, { endedAt });
  }

  async endSessionsOf(accountId: string, endedAt: string): Promise<void> {
    await this.unit.manager().update(SessionRow, { accountId, endedAt: IsNull() }, { endedAt });
  }

  /** What a scope is called; undefined for the installation. */
  async scopeName(scope: ScopeKind, id: string | null): Promise<string | undefined> {
    const manager = this.reads.manager();
    if (id === null) return undefined;
    switch (scope) {
      case 'installation':
        return undefined;
      case 'programme':
        return (await manager.findOneByOrFail(ProgrammeRow, { id })).name;
      case 'round':
        return (await manager.findOneByOrFail(RoundRow, { id })).name;
      case 'city':
        return (await manager.findOneByOrFail(CityRow, { id })).name;
      case 'assessment': {
        const { cityId } = await manager.findOneByOrFail(AssessmentRow, { id });
        return (await manager.findOneByOrFail(CityRow, { id: cityId })).name;
      }
    }
  }
}
