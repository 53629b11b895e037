import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ProgrammeRow } from './programme.entity.js';
import { RoundRow } from './round.entity.js';

/** The tables of programmes and their rounds. */
@Injectable()
export class RoundsRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The newest first. */
  findRounds(ids: readonly string[]): Promise<RoundRow[]> {
    return this.reads.manager().find(RoundRow, {
      where: { id: In([...ids]) },
      order: { openedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Those bound to one of some versions, the newest first. */
  findRoundsOf(versionIds: readonly string[]): Promise<RoundRow[]> {
    return this.reads.manager().find(RoundRow, {
      where: { versionId: In([...versionIds]) },
      order: { openedAt: 'DESC', id: 'DESC' },
    });
  }

  findProgrammes(ids: readonly string[]): Promise<ProgrammeRow[]> {
    return this.reads.manager().findBy(ProgrammeRow, { id: In([...ids]) });
  }

  async addProgramme(row: ProgrammeRow): Promise<void> {
    await this.unit.manager().insert(ProgrammeRow, row);
  }

  async addRound(row: RoundRow): Promise<void> {
    await this.unit.manager().insert(RoundRow, row);
  }
}
