import type { HistoryAction } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { AuditRepository, type StoredEntry } from './audit.repository.js';
import { Contents, type Content } from './contents.service.js';

/** An entry of a stream with what belongs to it. */
export type FullEntry = StoredEntry & { readonly content: Content };

/** Reads the entries of the record in their order. */
@Injectable()
export class Entries {
  constructor(
    private readonly audit: AuditRepository,
    private readonly contents: Contents,
  ) {}

  /** At most `limit` entries of an assessment after a place in its stream, oldest first and without a gap. */
  async after(assessmentId: string, sequence: number, limit: number): Promise<readonly FullEntry[]> {
    const found = await this.audit.entriesAfter('assessment', assessmentId, sequence, limit);
    // The two tables are read one after the other: an entry that was added in between may precede one that was seen.
    const gap = found.findIndex(({ row }, place) => row.sequence !== sequence + 1 + place);
    const stored = gap === -1 ? found : found.slice(0, gap);
    const content = await this.contents.of(stored.map(({ row }) => row.id));
    return stored.map((entry) => ({ ...entry, content: content(entry.row.id) }));
  }

  /** The newest entry of one action of each assessment, by assessment; one without such an entry is left out. */
  async newest(
    assessmentIds: readonly string[],
    action: HistoryAction,
  ): Promise<ReadonlyMap<string, FullEntry>> {
    const rows = await this.audit.newestEntries('assessment', assessmentIds, action);
    const content = await this.contents.of(rows.map(({ id }) => id));
    return new Map(
      rows.map((row) => [row.streamId, { table: 'audit_entry', row, content: content(row.id) }]),
    );
  }

  /** The entries of one action in the stream of administration, by what they are about. */
  async ofAdministration(action: HistoryAction): Promise<ReadonlyMap<string, FullEntry>> {
    const rows = await this.audit.administrationEntries(action);
    const content = await this.contents.of([...rows.values()].map(({ id }) => id));
    return new Map(
      [...rows].map(([subjectId, row]) => [
        subjectId,
        { table: 'audit_entry', row, content: content(row.id) },
      ]),
    );
  }
}
