import type { Deadline, RoundKind } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { RoundRow } from './round.entity.js';
import { RoundsRepository } from './rounds.repository.js';

/** What a round is, apart from what happens in it. */
export interface RoundFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: RoundKind;
  readonly programme: { readonly id: string; readonly name: string };
  readonly versionId: string;
  readonly deadline: Deadline;
  readonly openedAt: string;
}

/** What there is to say of a new round. */
export interface NewRound {
  readonly programmeId: string;
  readonly name: string;
  readonly kind: RoundKind;
  readonly versionId: string;
  readonly deadline: Deadline;
}

/** The programmes and rounds there are, for whoever needs a name or a deadline. */
@Injectable()
export class RoundDirectory {
  constructor(
    private readonly repository: RoundsRepository,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** Rounds by id, the newest first; ids that there are not are left out. */
  async describe(ids: readonly string[]): Promise<ReadonlyMap<string, RoundFacts>> {
    const rounds = await this.repository.findRounds([...new Set(ids)]);
    const programmes = await this.repository.findProgrammes([
      ...new Set(rounds.map(({ programmeId }) => programmeId)),
    ]);
    const names = new Map(programmes.map(({ id, name }) => [id, name]));
    return new Map(
      rounds.map((row) => [
        row.id,
        factsOf(row, { id: row.programmeId, name: names.get(row.programmeId) ?? '' }),
      ]),
    );
  }

  /** The rounds that are bound to one of those versions, the newest first. */
  async using(
    versionIds: readonly string[],
  ): Promise<readonly { readonly id: string; readonly name: string; readonly versionId: string }[]> {
    const rows = await this.repository.findRoundsOf(versionIds);
    return rows.map(({ id, name, versionId }) => ({ id, name, versionId }));
  }

  /** Adds a programme inside a unit of work; answers its id. */
  async addProgramme(name: string): Promise<string> {
    const id = uuidv7();
    await this.repository.addProgramme({ id, name, createdAt: this.unit.now() });
    return id;
  }

  /** Opens a round inside a unit of work; answers its id. */
  async open({ programmeId, name, kind, versionId, deadline }: NewRound): Promise<string> {
    const id = uuidv7();
    await this.repository.addRound({
      ...{ id, programmeId, name, kind, versionId, openedAt: this.unit.now() },
      deadlineLocal: deadline.localTime,
      deadlineZone: deadline.zone,
      deadlineInstant: deadline.instant,
    });
    await this.chain.append({
      stream: { kind: 'administration' },
      action: 'round.opened',
      subjectId: id,
      body: { subject: name },
    });
    return id;
  }
}

function factsOf(row: RoundRow, programme: RoundFacts['programme']): RoundFacts {
  return {
    ...{ id: row.id, name: row.name, kind: row.kind, programme },
    ...{ versionId: row.versionId, openedAt: row.openedAt },
    deadline: { localTime: row.deadlineLocal, zone: row.deadlineZone, instant: row.deadlineInstant },
  };
}
