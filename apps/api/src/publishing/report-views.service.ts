import type { ChangeReportSummary } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Contents } from '../audit/contents.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { People } from '../session/people.service.js';
import { PublishingRepository, type ReportFacts } from './publishing.repository.js';

/** Change reports as the contract shows them. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly repository: PublishingRepository,
    private readonly contents: Contents,
    private readonly people: People,
    private readonly questionnaires: QuestionnairesService,
  ) {}

  async summaries(rows: readonly ReportFacts[]): Promise<readonly ChangeReportSummary[]> {
    const signatures = await this.repository.findSignatures(rows.map(({ id }) => id));
    const content = await this.contents.of(signatures.map(({ id }) => id));
    const versions = await this.questionnaires.summaries(rows.map(({ againstId }) => againstId));
    const person = await this.people.named([
      ...rows.map(({ madeBy }) => madeBy),
      ...signatures.map(({ signedBy }) => signedBy),
    ]);
    return rows.map((row) => {
      const signature = signatures.find(({ reportId }) => reportId === row.id);
      const statement = signature && content(signature.id).body?.['reason'];
      return {
        ...{ id: row.id, revision: row.revision, hash: row.hash },
        against: { versionId: row.againstId, version: versions.get(row.againstId)?.version ?? '' },
        ...{ madeAt: row.madeAt, madeBy: person(row.madeBy) },
        ...(signature && {
          signature: {
            ...{ at: signature.at, by: person(signature.signedBy) },
            ...(typeof statement === 'string' && { statement }),
          },
        }),
      };
    });
  }

  async summary(row: ReportFacts): Promise<ChangeReportSummary> {
    const [summary] = await this.summaries([row]);
    if (!summary) throw new Error('One row gives one summary.');
    return summary;
  }
}
