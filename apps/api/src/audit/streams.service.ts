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

  /** The newest sequence in the stream of each assessment, or of each draft; 0 where nothing has happened. */
  async lengths(
    ids: readonly string[],
    kind: 'assessment' | 'draft' = 'assessment',
  ): Promise<ReadonlyMap<string, number>> {
    const heads = ids.length === 0 ? [] : await this.audit.headsOf(kind, ids);
    const known = new Map(heads.map(({ streamId, sequence }) => [streamId, sequence]));
    return new Map(ids.map((id) => [id, known.get(id) ?? 0]));
  }
}
