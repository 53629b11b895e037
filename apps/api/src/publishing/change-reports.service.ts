import type { ChangeReport, ChangeReportContent, ChangeReportSummary } from '@kilim/contracts';
import { contentOf, diffVersions, planMigration } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DraftKeeper } from '../drafts/draft-keeper.js';
import { DraftSteps } from '../drafts/draft-steps.service.js';
import type { DraftRow } from '../drafts/draft.entity.js';
import { Problem } from '../http/problem.js';
import { contentHash } from '../questionnaires/content-hash.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import type { ChangeReportRow } from './change-report.entity.js';
import { ImpactOnCities } from './impact-on-cities.service.js';
import { PublishingRepository } from './publishing.repository.js';
import { ReportViews } from './report-views.service.js';

/** Change reports: what a draft changes, worked out and signed off. */
@Injectable()
export class ChangeReports {
  constructor(
    private readonly repository: PublishingRepository,
    private readonly views: ReportViews,
    private readonly keeper: DraftKeeper,
    private readonly steps: DraftSteps,
    private readonly questionnaires: QuestionnairesService,
    private readonly impact: ImpactOnCities,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** @throws Problem `draft.moved`, `draft.closed`, `report.noVersion` */
  async make(
    draftId: string,
    actorId: string,
    { versionId, revision }: { readonly versionId: string; readonly revision: number },
  ): Promise<ChangeReport> {
    const draft = await this.#holdAt(draftId, revision);
    const line = await this.questionnaires.versionsOf(draft.programmeId, draft.code);
    if (!line.includes(versionId)) throw new Problem('report.noVersion');
    // Outside of any unit: this takes as long as there are answers.
    const content = await this.#workOut(draftId, revision, versionId, line);
    const hash = contentHash(content);
    const row = await this.unit.write({ actor: actorId }, async () => {
      const made: ChangeReportRow = {
        ...{ id: uuidv7(), draftId, revision, againstId: versionId, content, hash },
        ...{ madeAt: this.unit.now(), madeBy: actorId },
      };
      await this.repository.addReport(made);
      await this.chain.append({
        stream: { kind: 'administration' },
        action: 'report.made',
        subjectId: made.id,
        body: { subject: `${draft.code} ${draft.version}`, hash },
      });
      return made;
    });
    return { ...(await this.views.summary(row)), content };
  }

  /** The reports of a draft, the newest first. */
  async list(draftId: string): Promise<readonly ChangeReportSummary[]> {
    return this.views.summaries(await this.repository.findReports(draftId));
  }

  async read(draftId: string, reportId: string): Promise<ChangeReport> {
    const row = await this.repository.findReport(draftId, reportId);
    if (!row) throw new Problem('resource.missing');
    return { ...(await this.views.summary(row)), content: row.content };
  }

  /** @throws Problem `draft.moved`, `draft.closed`, `report.signed`, `report.otherContent` */
  async sign(
    draftId: string,
    actorId: string,
    reportId: string,
    { hash, statement }: { readonly hash: string; readonly statement?: string | undefined },
  ): Promise<ChangeReportSummary> {
    const row = await this.repository.findReport(draftId, reportId);
    if (!row) throw new Problem('resource.missing');
    if (row.hash !== hash) throw new Problem('report.otherContent');
    await this.unit.write({ actor: actorId }, async () => {
      const draft = await this.steps.hold(draftId);
      if (draft.revision !== row.revision) throw moved(draft);
      const [signed] = await this.repository.findSignatures([reportId]);
      if (signed) throw new Problem('report.signed');
      const id = uuidv7();
      await this.repository.addSignature({ id, reportId, at: this.unit.now(), signedBy: actorId });
      await this.chain.append({
        ...{ id, stream: { kind: 'administration' }, action: 'report.signed', subjectId: reportId },
        body: {
          ...{ subject: `${draft.code} ${draft.version}`, hash },
          ...(statement !== undefined && { reason: statement }),
        },
      });
    });
    return this.views.summary(row);
  }

  async #holdAt(draftId: string, revision: number): Promise<DraftRow> {
    const draft = await this.steps.open(draftId);
    if (draft.revision !== revision) throw moved(draft);
    return draft;
  }

  async #workOut(
    draftId: string,
    revision: number,
    versionId: string,
    line: readonly string[],
  ): Promise<ChangeReportContent> {
    const after = contentOf(await this.keeper.at(draftId, revision));
    const before = await this.questionnaires.read(versionId);
    const impact = await this.impact.of(before, after, line);
    return {
      changes: diffVersions(before, after),
      migration: planMigration(before, after).questions,
      ...(impact && { impact }),
    };
  }
}

function moved({ revision }: DraftRow): Problem {
  return new Problem('draft.moved', { details: { revision } });
}
