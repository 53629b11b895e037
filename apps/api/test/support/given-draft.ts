import {
  changeDraft,
  createDraft,
  makeChangeReport,
  readDraft,
  signChangeReport,
  type ChangeReport,
  type DraftOrigin,
  type DraftSummary,
} from '@kilim/contracts';
import type { DraftChange } from '@kilim/indicators';
import { uuidv7 } from 'uuidv7';
import type { TestActor } from './actors.js';
import { call, type RunningApp } from './app.js';

/** A draft of a programme; of the shipped version unless said otherwise. */
export async function givenDraft(
  running: RunningApp,
  { cookie }: TestActor,
  programmeId: string,
  from: DraftOrigin = { kind: 'shipped', version: '2027.1' },
): Promise<DraftSummary> {
  const { status, body } = await call(
    running,
    createDraft,
    { params: { programmeId }, body: { from } },
    cookie,
  );
  if (status !== 201) throw new Error(`No draft: ${JSON.stringify(body)}`);
  return body;
}

/** Sends changes of a draft as an editor would. */
export function sendChanges(
  running: RunningApp,
  { cookie }: TestActor,
  {
    draftId,
    baseRevision,
    changeId = uuidv7(),
  }: { draftId: string; baseRevision: number; changeId?: string },
  ...changes: DraftChange[]
) {
  const body = { changeId, baseRevision, changes };
  return call(running, changeDraft, { params: { draftId }, body }, cookie);
}

/** A change report of a draft as it is now, against a version. */
export async function givenReport(
  running: RunningApp,
  { cookie }: TestActor,
  draftId: string,
  versionId: string,
): Promise<ChangeReport> {
  const { body: draft } = await call(running, readDraft, { params: { draftId } }, cookie);
  const body = { versionId, revision: draft.revision };
  const made = await call(running, makeChangeReport, { params: { draftId }, body }, cookie);
  if (made.status !== 201) throw new Error(`No report: ${JSON.stringify(made.body)}`);
  return made.body;
}

/** The same, signed. */
export async function givenSignedReport(
  running: RunningApp,
  actor: TestActor,
  draftId: string,
  versionId: string,
): Promise<ChangeReport> {
  const report = await givenReport(running, actor, draftId, versionId);
  const params = { draftId, reportId: report.id };
  const body = { hash: report.hash };
  const signed = await call(running, signChangeReport, { params, body }, actor.cookie);
  if (signed.status !== 201) throw new Error(`Not signed: ${JSON.stringify(signed.body)}`);
  return report;
}
