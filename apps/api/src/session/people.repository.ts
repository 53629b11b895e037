import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Reads } from '../database/reads.js';
import { AccountRow } from './account.entity.js';
import { MembershipRow } from './membership.entity.js';

/** Asks the accounts for names. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly reads: Reads) {}

  async findNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reads.manager().find(AccountRow, {
      select: { id: true, name: true },
      where: { id: this.reads.oneOf(accountIds) },
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The experts who now have a role at one of those assessments or rounds. */
  findExperts(
    assessmentIds: readonly string[],
    roundIds: readonly string[],
  ): Promise<Pick<MembershipRow, 'id' | 'accountId' | 'scopeId'>[]> {
    const expert = { role: 'expert', endedAt: IsNull() } as const;
    return this.reads.manager().find(MembershipRow, {
      select: { id: true, accountId: true, scopeId: true },
      where: [
        { ...expert, scope: 'assessment', scopeId: this.reads.oneOf(assessmentIds) },
        { ...expert, scope: 'round', scopeId: this.reads.oneOf(roundIds) },
      ],
      order: { id: 'ASC' },
    });
  }
}
