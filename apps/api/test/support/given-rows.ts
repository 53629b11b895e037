import { blankDraft } from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import { DraftSnapshotRow } from '../../src/drafts/draft-snapshot.entity.js';
import { DraftStepRow } from '../../src/drafts/draft-step.entity.js';
import { DraftRow } from '../../src/drafts/draft.entity.js';
import { ClarificationEventRow } from '../../src/clarifications/clarification-event.entity.js';
import { insertRow } from '../../src/database/insert-row.js';
import { EvidenceLinkEventRow } from '../../src/evidence/evidence-link-event.entity.js';
import { EvidenceRow } from '../../src/evidence/evidence.entity.js';
import { ChangeReportRow } from '../../src/publishing/change-report.entity.js';
import { ReportSignatureRow } from '../../src/publishing/report-signature.entity.js';
import { VersionOriginRow } from '../../src/publishing/version-origin.entity.js';
import { VersionRetirementRow } from '../../src/publishing/version-retirement.entity.js';
import { StakeholderViewRow } from '../../src/stakeholders/stakeholder-view.entity.js';
import { AgreedValueRow } from '../../src/verification/agreed-value.entity.js';
import { FindingRow } from '../../src/verification/finding.entity.js';
import type { Core } from './core.js';
import { givenAnswerEvent } from './given-answer.js';
import { givenRound } from './given.js';

/** At least one row in every append-only table. */
export async function givenRowsEverywhere(core: Core): Promise<void> {
  const { cities, programmeId, versionId } = await givenRound(core);
  const assessmentId = cities[0]?.assessmentId ?? '';
  await core.unit.write({ actor: null }, async () => {
    const manager = core.unit.manager();
    const at = core.unit.now();
    const question = { questionId: 'edu-one', instanceId: '' };
    const place = { id: uuidv7(), assessmentId, ...question, sequence: 1, at };
    const { id: judgedEventId } = await givenAnswerEvent(core, assessmentId);
    await insertRow(manager, FindingRow, {
      ...place,
      ...{ reader: 'first', kind: 'value', reasonCode: 'confirms', judgedEventId, evidenceIds: [] },
    });
    await insertRow(manager, AgreedValueRow, { ...place, kind: 'value' });
    const view = { stance: 'confirms', groupKind: 'residents', recordedAs: 'partner' } as const;
    await insertRow(manager, StakeholderViewRow, { ...place, ...view });
    const asked = { kind: 'asked', clarificationId: place.id, dueOn: '2099-12-31' } as const;
    await insertRow(manager, ClarificationEventRow, { ...place, ...asked });
    const evidenceId = uuidv7();
    const evidence = { id: evidenceId, assessmentId, title: 'A strategy', publisher: null, issuedOn: null };
    const added = { level: 'local', url: null, addedAt: at, addedBy: null } as const;
    await insertRow(manager, EvidenceRow, { ...evidence, ...added });
    const { instanceId: _, ...link } = { ...place, evidenceId, kind: 'linked' as const, passage: null };
    await insertRow(manager, EvidenceLinkEventRow, link);
  });
  await givenDraftRows(core, programmeId, versionId);
  await core.checkpoints.seal();
}

async function givenDraftRows({ unit, chain }: Core, programmeId: string, versionId: string): Promise<void> {
  const draftId = uuidv7();
  const content = blankDraft({ code: 'x', version: '1', title: 'X', sourceLanguage: 'en' }, uuidv7);
  await unit.write({ actor: null }, async () => {
    const manager = unit.manager();
    const at = unit.now();
    await insertRow(manager, DraftRow, {
      ...{ id: draftId, programmeId, revision: 1, code: 'x', version: '1', title: 'X', basedOnId: null },
      ...{
        createdAt: at,
        createdBy: null,
        changedAt: at,
        changedBy: null,
        discardedAt: null,
        versionId: null,
      },
    });
    await insertRow(manager, DraftSnapshotRow, { id: uuidv7(), draftId, revision: 1, content });
    const { id, hash } = await chain.append({
      stream: { kind: 'draft', id: draftId },
      action: 'draft.created',
    });
    await insertRow(manager, DraftStepRow, {
      ...{ id, draftId, revision: 1, changeId: uuidv7(), kind: 'created', ofRevision: null, hash, at },
      ...{ content: { changes: [], migration: [], inverse: [] }, summary: { count: 0, first: [] } },
    });
    const reportId = uuidv7();
    await insertRow(manager, ChangeReportRow, {
      ...{
        id: reportId,
        draftId,
        revision: 1,
        againstId: versionId,
        content: { changes: [], migration: [] },
        hash,
      },
      ...{ madeAt: at, madeBy: null },
    });
    await insertRow(manager, ReportSignatureRow, { id: uuidv7(), reportId, at, signedBy: null });
    await insertRow(manager, VersionOriginRow, { versionId, draftId, revision: 1, reportId, accepted: [] });
    await insertRow(manager, VersionRetirementRow, { id: uuidv7(), versionId, kind: 'retired', at });
  });
}
