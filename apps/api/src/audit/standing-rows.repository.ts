import type { HistoryAction } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ClarificationEventRow } from '../clarifications/clarification-event.entity.js';
import { Reads } from '../database/reads.js';
import { DraftStepRow } from '../drafts/draft-step.entity.js';
import { EvidenceLinkEventRow } from '../evidence/evidence-link-event.entity.js';
import { ReportSignatureRow } from '../publishing/report-signature.entity.js';
import { VersionRetirementRow } from '../publishing/version-retirement.entity.js';
import { TextRevisionRow } from '../questionnaires/text-revision.entity.js';
import { FindingRow } from '../verification/finding.entity.js';
import { AuditEntryRow, type StreamKind } from './audit-entry.entity.js';

/** A row and the entry that stands for it do not agree. */
export interface StandingFault {
  /** `row`: an entry has none, or one that says something else. `entry`: a row has none. */
  readonly missing: 'row' | 'entry';
  readonly table: string;
  /** Of both. */
  readonly id: string;
}

/**
 * Holds the entries of the chains against the append-only rows that they stand for, see `Chain.append`. The chains cover
 * what was said and when, but not those rows: one that was taken out, slipped in or put elsewhere shows only here.
 */
@Injectable()
export class StandingRowsRepository {
  constructor(private readonly reads: Reads) {}

  /** By table; empty when all is as it was written. Others may go on writing: rows and entries come together. */
  async faults(): Promise<readonly StandingFault[]> {
    const faults: StandingFault[] = [];
    for (const kind of KINDS) {
      const { tableName: table } = this.reads.manager().dataSource.getMetadata(kind.row);
      for (const { id } of await this.#entriesWithoutRow(kind)) faults.push({ missing: 'row', table, id });
      for (const { id } of await this.#rowsWithoutEntry(kind)) faults.push({ missing: 'entry', table, id });
    }
    return faults;
  }

  #entriesWithoutRow({ row, stream, actions, fits }: StandingKind): Promise<{ id: string }[]> {
    const query = this.reads.manager().createQueryBuilder(AuditEntryRow, 'entry');
    const fitting = query
      .subQuery()
      .select('1')
      .from(row, 'standing')
      .where(`standing.id = entry.id AND ${fits}`);
    return query
      .select('entry.id', 'id')
      .where('entry.streamKind = :stream AND entry.action IN (:...actions)', { stream, actions })
      .andWhere(`NOT EXISTS ${fitting.getQuery()}`)
      .getRawMany<{ id: string }>();
  }

  async #rowsWithoutEntry({ row, stream, actions, isEach }: StandingKind): Promise<{ id: string }[]> {
    if (isEach === false) return [];
    const query = this.reads.manager().createQueryBuilder<ObjectLiteral>(row, 'standing');
    const own = query
      .subQuery()
      .select('1')
      .from(AuditEntryRow, 'entry')
      .where('entry.id = standing.id AND entry.streamKind = :stream AND entry.action IN (:...actions)');
    return query
      .select('standing.id', 'id')
      .where(`NOT EXISTS ${own.getQuery()}`, { stream, actions })
      .getRawMany<{ id: string }>();
  }
}

/** A table of rows for which entries of some actions stand. */
interface StandingKind {
  readonly row: EntityTarget<ObjectLiteral>;
  readonly stream: StreamKind;
  readonly actions: readonly HistoryAction[];
  /** What row and entry both say. */
  readonly fits: string;
  /** Whether there is one for each row; it is, unless it says so. */
  readonly isEach?: false;
}

const OF_ASSESSMENT =
  'standing.assessmentId = entry.streamId AND standing.questionId = entry.questionId AND standing.at = entry.at';

const KINDS: readonly StandingKind[] = [
  {
    row: FindingRow,
    stream: 'assessment',
    actions: ['finding.recorded', 'finding.withdrawn'],
    fits: `${OF_ASSESSMENT} AND (standing.kind = 'value') = (entry.action = 'finding.recorded')`,
  },
  {
    row: EvidenceLinkEventRow,
    stream: 'assessment',
    actions: ['evidence.linked', 'evidence.unlinked'],
    fits: `${OF_ASSESSMENT} AND 'evidence.' || standing.kind = entry.action`,
  },
  {
    row: ClarificationEventRow,
    stream: 'assessment',
    actions: ['clarification.asked', 'clarification.answered', 'clarification.withdrawn'],
    fits: `${OF_ASSESSMENT} AND 'clarification.' || standing.kind = entry.action`,
  },
  {
    row: DraftStepRow,
    stream: 'draft',
    actions: ['draft.created', 'draft.changed', 'draft.discarded', 'draft.recovered', 'draft.published'],
    fits: 'standing.draftId = entry.streamId AND standing.revision = entry.sequence',
  },
  {
    row: ReportSignatureRow,
    stream: 'administration',
    actions: ['report.signed'],
    fits: 'standing.reportId = entry.subjectId AND standing.at = entry.at',
  },
  {
    row: TextRevisionRow,
    stream: 'administration',
    actions: ['texts.revised'],
    fits: 'standing.versionId = entry.subjectId AND standing.savedAt = entry.at',
    // For what came with its version the entry of that stands.
    isEach: false,
  },
  {
    row: VersionRetirementRow,
    stream: 'administration',
    actions: ['version.retired', 'version.returned'],
    fits: `standing.versionId = entry.subjectId AND 'version.' || standing.kind = entry.action AND standing.at = entry.at`,
  },
];
