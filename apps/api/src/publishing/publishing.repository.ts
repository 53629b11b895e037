import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditEntryRow } from '../audit/audit-entry.entity.js';
import { insertRow } from '../database/insert-row.js';
import { Reads } from '../database/reads.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ChangeReportRow } from './change-report.entity.js';
import { ReportSignatureRow } from './report-signature.entity.js';
import { VersionOriginRow } from './version-origin.entity.js';
import { VersionRetirementRow } from './version-retirement.entity.js';

/** A change report without what it says. */
export type ReportFacts = Omit<ChangeReportRow, 'content'>;

const REPORT_FACTS = {
  ...{ id: true, draftId: true, revision: true, againstId: true },
  ...{ hash: true, madeAt: true, madeBy: true },
} as const;

/** The tables of change reports and of what became of versions. */
@Injectable()
export class PublishingRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  findReport(draftId: string, id: string): Promise<ChangeReportRow | null> {
    return this.reads.manager().findOneBy(ChangeReportRow, { draftId, id });
  }

  /** The reports of a draft, the newest first. */
  findReports(draftId: string): Promise<ReportFacts[]> {
    return this.reads.manager().find(ChangeReportRow, {
      select: REPORT_FACTS,
      where: { draftId },
      order: { madeAt: 'DESC', id: 'DESC' },
    });
  }

  findReportsById(ids: readonly string[]): Promise<ReportFacts[]> {
    return this.reads.manager().find(ChangeReportRow, { select: REPORT_FACTS, where: { id: In([...ids]) } });
  }

  /** The signatures under some reports. */
  findSignatures(reportIds: readonly string[]): Promise<ReportSignatureRow[]> {
    return this.reads.manager().findBy(ReportSignatureRow, { reportId: In([...reportIds]) });
  }

  findOrigins(versionIds: readonly string[]): Promise<VersionOriginRow[]> {
    return this.reads.manager().findBy(VersionOriginRow, { versionId: In([...versionIds]) });
  }

  /** What became of some versions, in the order of their entries in the record: clocks of servers differ. */
  findRetirements(versionIds: readonly string[]): Promise<VersionRetirementRow[]> {
    return this.reads
      .manager()
      .createQueryBuilder(VersionRetirementRow, 'retirement')
      .innerJoin(AuditEntryRow, 'entry', 'entry.id = retirement.id')
      .where({ versionId: In([...versionIds]) })
      .orderBy('entry.sequence')
      .getMany();
  }

  async addReport(row: ChangeReportRow): Promise<void> {
    await insertRow(this.unit.manager(), ChangeReportRow, row);
  }

  async addSignature(row: ReportSignatureRow): Promise<void> {
    await insertRow(this.unit.manager(), ReportSignatureRow, row);
  }

  async addOrigin(row: VersionOriginRow): Promise<void> {
    await insertRow(this.unit.manager(), VersionOriginRow, row);
  }

  async addRetirement(row: VersionRetirementRow): Promise<void> {
    await insertRow(this.unit.manager(), VersionRetirementRow, row);
  }
}
