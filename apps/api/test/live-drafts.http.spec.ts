import { setTimeout as pause } from 'node:timers/promises';
import {
  addressOf,
  discardDraft,
  leaveDraft,
  readDraft,
  recoverDraft,
  stayInDraft,
  watchDraft,
} from '@kilim/contracts';
import { editDraft, openSession, receiveSteps, type DraftChange } from '@kilim/indicators';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { asCoordinator, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenDraft, sendChanges } from './support/given-draft.js';
import { Listening } from './support/listening.js';
import { givenScene, type Scene } from './support/scene.js';

/** Within so long coordinators see what each other does. */
const SOON_MS = 20_000;

async function soon<T>(happens: Promise<T>): Promise<T> {
  const late = pause(SOON_MS, undefined, { ref: false }).then(() => {
    throw new Error(`Nothing within ${String(SOON_MS)} ms.`);
  });
  return Promise.race([happens, late]);
}

describeOnBothDatabases('coordinators at one draft', (make, kind) => {
  let testDatabase: TestDatabase;
  let running: RunningApp;
  let scene: Scene;
  let jan: TestActor;
  let draftId: string;
  const open: Listening[] = [];
  beforeAll(async () => {
    testDatabase = await make();
    running = await startApp(() => Promise.resolve(testDatabase));
    scene = await givenScene(running);
    jan = await asCoordinator(running, scene.programmeId);
  });
  beforeEach(async () => {
    const blank = { kind: 'blank', code: 'x', version: '1', title: 'Blank', sourceLanguage: 'en' } as const;
    draftId = (await givenDraft(running, scene.coordinator, scene.programmeId, blank)).id;
  });
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close();
  });
  afterAll(() => running.close());

  const listen = async (at = running, query: { after?: number; visitId?: string } = {}) => {
    const listening = await Listening.toDraft(at, draftId, jan.cookie, query);
    open.push(listening);
    await listening.next('authors');
    return listening;
  };
  const title = (value: string, was: string): DraftChange => ({
    ...{ op: 'text', part: 'questionnaire', field: 'title', value, was },
  });

  it('see each other’s steps within two seconds, whole, so that an editor needs nothing else', async () => {
    const { body } = await call(running, readDraft, { params: { draftId } }, jan.cookie);
    let session = openSession(body.content, body.revision);
    const mine = editDraft(session, uuidv7(), [
      { op: 'set', part: 'questionnaire', field: 'version', value: '2', was: '1' },
    ]);
    if (!mine.ok) throw new Error('a conflict');
    session = mine.session;
    const listening = await listen();
    await sendChanges(running, scene.coordinator, { draftId, baseRevision: 1 }, title('Hers', 'Blank'));
    const { step, sequence } = await soon(listening.next('step'));
    expect([sequence, step.by.id]).toEqual([2, scene.coordinator.accountId]);
    const received = receiveSteps(session, [step]);
    expect(received.lost).toEqual([]);
    expect(received.session.document.questionnaire.version).toBe('2');
    expect(received.session.document.texts.get('questionnaire')?.source.title).toBe('Hers');
  });

  it('who come back are told what they missed, and nothing twice', async () => {
    await sendChanges(running, scene.coordinator, { draftId, baseRevision: 1 }, title('One', 'Blank'));
    await sendChanges(running, scene.coordinator, { draftId, baseRevision: 2 }, title('Two', 'One'));
    const listening = await listen(running, { after: 1 });
    await soon(listening.next('step', ({ sequence }) => sequence === 3));
    await sendChanges(running, scene.coordinator, { draftId, baseRevision: 3 }, title('Three', 'Two'));
    await soon(listening.next('step', ({ sequence }) => sequence === 4));
    expect(listening.sequences).toEqual([2, 3, 4]);
  });

  it('are told that it was thrown away or taken back, and by whom', async () => {
    const listening = await listen();
    for (const [endpoint, kind] of [
      [discardDraft, 'discarded'] as const,
      [recoverDraft, 'recovered'] as const,
    ]) {
      await call(running, endpoint, { params: { draftId } }, scene.coordinator.cookie);
      const { step } = await soon(listening.next('step', (event) => event.step.kind === kind));
      expect(step.by.id).toBe(scene.coordinator.accountId);
    }
  });

  it('see who is there and at which part, until they leave', async () => {
    const listening = await listen();
    const visitId = uuidv7();
    const params = { draftId, visitId };
    const stay = (part: string | null) =>
      call(running, stayInDraft, { params, body: { part } }, scene.coordinator.cookie);
    expect((await stay('q-one')).status).toBe(204);
    const { authors } = await soon(listening.next('authors', (event) => event.authors.length === 1));
    expect(authors).toMatchObject([{ visitId, part: 'q-one', person: { id: scene.coordinator.accountId } }]);
    await stay('index-one/ind-one');
    await soon(listening.next('authors', (event) => event.authors[0]?.part === 'index-one/ind-one'));
    await call(running, leaveDraft, { params }, scene.coordinator.cookie);
    const isLast = (event: unknown) => event === listening.heard.at(-1)?.event;
    await soon(listening.next('authors', (event) => isLast(event) && event.authors.length === 0));
  });

  it('on another server see the same', async () => {
    if (kind === 'sqlite') return;
    const kept = { ...testDatabase, remove: () => Promise.resolve() };
    const other = await startApp(() => Promise.resolve(kept));
    const listening = await listen(other);
    await sendChanges(running, scene.coordinator, { draftId, baseRevision: 1 }, title('Hers', 'Blank'));
    expect((await soon(listening.next('step'))).step.revision).toBe(2);
    const merged = await sendChanges(other, jan, { draftId, baseRevision: 2 }, title('His', 'Hers'));
    expect(merged.body.revision).toBe(3);
    listening.close();
    await other.close();
  });

  it('listen only where they may', async () => {
    for (const who of [scene.lead, scene.expert]) {
      const response = await running.fetch(addressOf(watchDraft.path, { draftId }), {
        headers: { cookie: who.cookie },
      });
      expect(response.status).toBe(404);
    }
  });
});
