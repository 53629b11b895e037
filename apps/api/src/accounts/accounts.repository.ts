import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AssessmentRow } from '../assessments/assessment.entity.js';
import { CityRow } from '../cities/city.entity.js';
import { insertRow } from '../database/insert-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProgrammeRow } from '../rounds/programme.entity.js';
import { RoundRow } from '../rounds/round.entity.js';
import { AccountRow } from '../session/account.entity.js';
import { MembershipRow } from '../session/membership.entity.js';
import { SessionRow } from '../session/session.entity.js';
import { InvitationRow } from './invitation.entity.js';

/** Every place at which a role can be held. */
export interface PlaceRows {
  readonly programmes: readonly ProgrammeRow[];
  readonly rounds: readonly RoundRow[];
  readonly cities: readonly CityRow[];
  readonly assessments: readonly AssessmentRow[];
}

/** The rows of accounts as those see them who look after them. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  find(id: string): Promise<AccountRow | null> {
    return this.reads.manager().findOneBy(AccountRow, { id });
  }

  /** By name. */
  findAll(): Promise<AccountRow[]> {
    return this.reads.manager().find(AccountRow, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** @param email in its normal form */
  findByEmail(email: string): Promise<AccountRow | null> {
    return this.reads.manager().findOneBy(AccountRow, { email });
  }

  /** The roles in force, in the order in which they were given. */
  findMemberships(accountId?: string): Promise<MembershipRow[]> {
    return this.reads.manager().find(MembershipRow, {
      where: { endedAt: IsNull(), ...(accountId !== undefined && { accountId }) },
      order: { id: 'ASC' },
    });
  }

  /** When each account last asked for anything; who never signed in is left out. */
  async lastSeen(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reads
      .manager()
      .createQueryBuilder(SessionRow, 'session')
      .select('session.accountId', 'id')
      .addSelect('MAX(session.lastSeenAt)', 'at')
      .groupBy('session.accountId')
      .getRawMany<{ id: string; at: string }>();
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  /** Links that were not used and not replaced. */
  findOpenInvitations(): Promise<InvitationRow[]> {
    return this.reads.manager().findBy(InvitationRow, { endedAt: IsNull() });
  }

  findInvitation(tokenHash: string): Promise<InvitationRow | null> {
    return this.reads.manager().findOneBy(InvitationRow, { tokenHash });
  }

  async addInvitation(row: InvitationRow): Promise<void> {
    await insertRow(this.unit.manager(), InvitationRow, row);
  }

  async endInvitationsOf(accountId: string, endedAt: string): Promise<void> {
    await this.unit.manager().update(InvitationRow, { accountId, endedAt: IsNull() }, { endedAt });
  }

  /** Answers whether it could still be used: of two who use it at once, one does. */
  async endInvitation(id: string, endedAt: string): Promise<boolean> {
    const { affected } = await this.unit
      .manager()
      .update(InvitationRow, { id, endedAt: IsNull() }, { endedAt });
    return affected === 1;
  }

  async findPlaces(): Promise<PlaceRows> {
    const manager = this.reads.manager();
    return {
      programmes: await manager.find(ProgrammeRow, { order: { name: 'ASC' } }),
      rounds: await manager.find(RoundRow, { order: { openedAt: 'DESC' } }),
      cities: await manager.find(CityRow, { order: { name: 'ASC' } }),
      assessments: await manager.find(AssessmentRow, { order: { id: 'DESC' } }),
    };
  }
}
