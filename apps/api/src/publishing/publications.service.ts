import type { VersionSummary } from '@kilim/contracts';
import { blockingFaults, checkDraft, contentOf, type DraftDocument } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DraftKeeper } from '../drafts/draft-keeper.js';
import { DraftSteps } from '../drafts/draft-steps.service.js';
import { DraftWriter } from '../drafts/draft-writer.js';
import type { DraftRow } from '../drafts/draft.entity.js';
import { Problem } from '../http/problem.js';
import { sha256 } from '../questionnaires/content-hash.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { PublishingRepository } from './publishing.repository.js';

/** What somebody decided to publish. */
export interface Publication {
  /** The draft's newest step that they have seen. */
  readonly revision: number;
  readonly reportId?: string | undefined;
}

/** Turns a draft into a version. */
@Injectable()
export class Publications {
  constructor(
    private readonly repository: PublishingRepository,
    private readonly questionnaires: QuestionnairesService,
    private readonly keeper: DraftKeeper,
    private readonly steps: DraftSteps,
    private readonly writer: DraftWriter,
    private readonly unit: UnitOfWork,
  ) {}

  /** @throws Problem `draft.moved`, `draft.closed`, `draft.blocked`, `report.missing`, `questionnaire.exists` */
  async publish(draftId: string, actorId: string, wanted: Publication): Promise<VersionSummary> {
    const { revision, programmeId } = await this.steps.open(draftId);
    if (revision !== wanted.revision) throw moved(revision);
    const document = await this.keeper.at(draftId, revision);
    assertNothingBlocks(document);
    const content = contentOf(document);
    const prepared = this.questionnaires.prepare(content);
    const version = await this.unit.write({ actor: actorId }, async () => {
      const row = await this.steps.hold(draftId);
      if (row.revision !== revision) throw moved(row.revision);
      const summary = await this.questionnaires.freeze(programmeId, prepared);
      const reportId = await this.#signedReport(row, summary.id, wanted.reportId);
      const nothing = { changes: [], inverse: [], before: document, after: document };
      const versionId = summary.id;
      await this.writer.append(row, { changeId: uuidv7(), kind: 'published', ...nothing }, { versionId });
      await this.repository.addOrigin({ versionId, draftId, revision, reportId, accepted: content.accepted });
      return summary;
    });
    return version;
  }

  /** The report that signs the change against the newest earlier version off; null for the first version of a line. */
  async #signedReport(row: DraftRow, versionId: string, reportId?: string): Promise<string | null> {
    const line = await this.questionnaires.versionsOf(row.programmeId, row.code);
    const [newest] = line.filter((id) => id !== versionId);
    if (newest === undefined) return null;
    const report = reportId === undefined ? null : await this.repository.findReport(row.id, reportId);
    const isMeant = report?.againstId === newest && report.revision === row.revision;
    const [signature] = report && isMeant ? await this.repository.findSignatures([report.id]) : [];
    if (report && signature) return report.id;
    throw new Problem('report.missing', {
      detail: 'Make a change report against the newest published version, read it and sign it; then publish.',
      details: { versionId: newest },
    });
  }
}

function assertNothingBlocks(document: DraftDocument): void {
  const faults = blockingFaults(checkDraft(document, sha256));
  if (faults.length === 0) return;
  throw new Problem('draft.blocked', {
    detail: `${String(faults.length)} fault(s) must be mended, or as warnings accepted, before this can be published.`,
    details: { faults },
  });
}

function moved(revision: number): Problem {
  return new Problem('draft.moved', {
    detail: 'Somebody has changed the draft since. Look at it as it is now, then publish it.',
    details: { revision },
  });
}
