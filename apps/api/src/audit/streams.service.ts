import { Injectable } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';

/** How far the streams of the record have come: whatever is worked out from one is up to date at its newest sequence. */
@Injectable()
export class Streams {
  constructor(private readonly audit: AuditRepository) {}

  /** The newest sequence in the stream of administration; 0 where nothing has happened. */
  async administrationLength(): Promise<number> {
    const [head] = await this.audit.headsOf('administration', ['']);
    return head?.sequence ?? 0;
  }

  /** The newest sequence in the stream of each assessment; 0 where nothing has happened. */
  async lengths(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const heads = assessmentIds.length === 0 ? [] : await this.audit.headsOf('assessment', assessmentIds);
    const known = new Map(heads.map(({ streamId, sequence }) => [streamId, sequence]));
    return new Map(assessmentIds.map((id) => [id, known.get(id) ?? 0]));
  }
}
