import { Injectable } from '@nestjs/common';
import { Brackets, IsNull } from 'typeorm';
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

  /** The experts who now have a role at one of those assessments or rounds, and can sign in. */
  findExperts(
    assessmentIds: readonly string[],
    roundIds: readonly string[],
  ): Promise<Pick<MembershipRow, 'id' | 'accountId' | 'scopeId'>[]> {
    const ofOne = { scope: 'assessment', scopeId: this.reads.oneOf(assessmentIds) };
    const ofAll = { scope: 'round', scopeId: this.reads.oneOf(roundIds) };
    return this.reads
      .manager()
      .createQueryBuilder(MembershipRow, 'held')
      .innerJoin(AccountRow, 'account', 'account.id = held.accountId AND account.disabledAt IS NULL')
      .select(['held.id', 'held.accountId', 'held.scopeId'])
      .where({ role: 'expert', endedAt: IsNull() })
      .andWhere(new Brackets((either) => either.where(ofOne).orWhere(ofAll)))
      .orderBy('held.id')
      .getMany();
  }
}
