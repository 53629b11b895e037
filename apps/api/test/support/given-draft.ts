import { changeDraft, createDraft, type DraftOrigin, type DraftSummary } from '@kilim/contracts';
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
