import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EvidenceLinkEventRow } from './evidence-link-event.entity.js';
import { EvidenceRow } from './evidence.entity.js';

/** What of a link event tells what a piece supports. */
const LINK_EVENT = ['assessmentId', 'evidenceId', 'questionId', 'kind', 'sequence', 'passage'] as const;
export type LinkEvent = Pick<EvidenceLinkEventRow, (typeof LINK_EVENT)[number]>;

/** The tables of evidence and of what it supports. */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The evidence of an assessment, in the order in which it was added. */
  findAll(assessmentId: string): Promise<EvidenceRow[]> {
    return this.reads
      .manager()
      .find(EvidenceRow, { where: { assessmentId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** One piece of that assessment. */
  find(assessmentId: string, id: string): Promise<EvidenceRow | null> {
    return this.reads.manager().findOneBy(EvidenceRow, { assessmentId, id });
  }

  /**
   * The link events of assessments, in the order in which they happened to each piece. A round has tens of thousands: as
   * entities they would take three times as long.
   */
  findLinks(assessmentIds: readonly string[]): Promise<readonly LinkEvent[]> {
    const query = this.reads.manager().createQueryBuilder(EvidenceLinkEventRow, 'event').select([]);
    for (const name of LINK_EVENT) query.addSelect(`event.${name}`, name);
    return query
      .where({ assessmentId: this.reads.oneOf(assessmentIds) })
      .orderBy('event.evidenceId')
      .addOrderBy('event.sequence')
      .getRawMany<LinkEvent>();
  }

  /** How often evidence of an assessment was named for an answer, or taken away. */
  countLinks(assessmentId: string): Promise<number> {
    return this.reads.manager().countBy(EvidenceLinkEventRow, { assessmentId });
  }

  async add(row: EvidenceRow): Promise<void> {
    await this.unit.manager().insert(EvidenceRow, row);
  }

  async addLink(row: EvidenceLinkEventRow): Promise<void> {
    await this.unit.manager().insert(EvidenceLinkEventRow, row);
  }
}
