import type { Person } from '@kilim/contracts';
import { gather } from '@kilim/indicators';
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

  /** By assessment, the names of the experts assigned to it or to its round, in the order in which they were assigned. */
  async expertsOf(
    assessments: readonly { readonly id: string; readonly roundId: string }[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const roundIds = [...new Set(assessments.map(({ roundId }) => roundId))];
    const rows = await this.repository.findExperts(
      assessments.map(({ id }) => id),
      roundIds,
    );
    const person = await this.named(rows.map(({ accountId }) => accountId));
    const at = gather(rows, ({ scopeId }) => scopeId ?? '');
    return new Map(
      assessments.map(({ id, roundId }) => {
        const assigned = [...(at.get(roundId) ?? []), ...(at.get(id) ?? [])];
        const accounts = new Set(assigned.sort(earlierFirst).map(({ accountId }) => accountId));
        return [id, [...accounts].map((accountId) => person(accountId).name)];
      }),
    );
  }
}

function earlierFirst(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
