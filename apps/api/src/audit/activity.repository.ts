import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { AnswerEventRow } from '../assessments/answer-event.entity.js';
import { Reads } from '../database/reads.js';
import { AuditEntryRow } from './audit-entry.entity.js';
import { StreamHeadRow } from './stream-head.entity.js';

/** Asks the chains when something last happened. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * When the last answer, finding or step of each assessment was; one in which nothing happened is left out. Each stream
   * is looked at from its end: there is no index of times by assessment, and going through all its answers takes long.
   */
  async lastAt(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (assessmentIds.length === 0) return new Map();
    const found = await this.reads
      .manager()
      .createQueryBuilder(StreamHeadRow, 'head')
      .select('head.streamId', 'id')
      .addSelect((last) => newestOf(last.from(AnswerEventRow, 'entry').where(ANSWERED)), 'answered')
      .addSelect((last) => newestOf(last.from(AuditEntryRow, 'entry').where(DONE)), 'done')
      .where({ streamKind: 'assessment', streamId: this.reads.oneOf(assessmentIds) })
      .setParameter('activity', ACTIVITY)
      .getRawMany<{ id: string; answered: string | null; done: string | null }>();
    return new Map(
      found.flatMap(({ id, answered, done }) => {
        const last = [answered ?? '', done ?? ''].sort().at(-1) ?? '';
        return last === '' ? [] : [[id, last] as const];
      }),
    );
  }
}

/** What counts as something that happened in an assessment, beside answers. */
const ACTIVITY = ['finding.recorded', 'finding.withdrawn', 'assessment.moved'];
/** What of that stands in the stream of a head. */
const ANSWERED = 'entry.assessmentId = head.streamId';
const DONE =
  'entry.streamKind = head.streamKind AND entry.streamId = head.streamId AND entry.action IN (:...activity)';

function newestOf<Row extends ObjectLiteral>(entries: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  return entries.select('entry.at').orderBy('entry.sequence', 'DESC').limit(1);
}
