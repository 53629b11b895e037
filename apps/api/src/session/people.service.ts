import type { Person } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Memories } from '../memory/memories.service.js';
import type { Remembered } from '../memory/remembered.js';
import { PeopleRepository } from './people.repository.js';

/** Gives the person behind an account's id; for null, the program itself, one without a name. */
export type PeopleById = (accountId: string | null) => Person;

/** Who the program itself is, where the contract wants a person. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Names of people. */
@Injectable()
export class People {
  readonly #names: Remembered<string>;

  constructor(
    private readonly repository: PeopleRepository,
    memories: Memories,
  ) {
    this.#names = memories.of('account');
  }

  /** The people behind some account ids; whose account was erased has an empty name. */
  async named(accountIds: readonly (string | null)[]): Promise<PeopleById> {
    const known = [...new Set(accountIds.filter((id) => id !== null))];
    const names = await this.#names.all(known, (missing) => this.repository.findNames(missing));
    return (id) => ({ id: id ?? NOBODY, name: (id === null ? undefined : names.get(id)) ?? '' });
  }

  /** The names of the experts assigned to each of those assessments, in the order in which they were assigned. */
  async expertsOf(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = assessmentIds.length === 0 ? [] : await this.repository.findExperts(assessmentIds);
    const person = await this.named(rows.map(({ accountId }) => accountId));
    const experts = new Map<string, string[]>();
    for (const { scopeId, accountId } of rows) {
      if (scopeId === null) continue;
      experts.set(scopeId, [...(experts.get(scopeId) ?? []), person(accountId).name]);
    }
    return experts;
  }
}
