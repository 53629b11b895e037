import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Draft, Endpoint } from '@kilim/contracts';
import type { DraftChange } from '@kilim/indicators';
import { Write } from '../api/write';
import { DraftDesk } from '../authoring/desk/draft-desk';
import { DraftPost } from '../authoring/desk/draft-post';
import { Session } from '../session/session';
import { QUESTIONNAIRE, SPEAKING, VERSION } from './given';

const NOW = '2026-04-10T10:00:00.000Z';

/** Who writes drafts in these tests. */
export const HELENA = { id: '01900000-0000-7000-8000-00000000000a', name: 'Helena' };

/** The test questionnaire as a draft, at its first step. */
export function givenDraft(change: Partial<Draft> = {}): Draft {
  const id = '01900000-0000-7000-8000-0000000000dd';
  return {
    ...{ id, programmeId: id, state: 'open', code: 'TEST', version: '2026.2', title: 'A test', revision: 1 },
    ...{ createdAt: NOW, createdBy: HELENA, changedAt: NOW, changedBy: HELENA, stacks: {} },
    content: { questionnaire: QUESTIONNAIRE, source: VERSION.source, translations: [], accepted: [] },
    ...change,
  };
}

/**
 * The desk of a tab of its own with the draft open on it, and its post.
 *
 * @param answer what the server answers, or throws
 */
export async function givenDesk(
  answer: (endpoint: Endpoint, call: unknown) => unknown,
): Promise<{ readonly desk: DraftDesk; readonly post: DraftPost }> {
  const session = { current: signal({ account: HELENA }), may: () => true };
  const send = (endpoint: Endpoint, call: unknown) => Promise.resolve().then(() => answer(endpoint, call));
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      ...[SPEAKING, DraftDesk, DraftPost],
      { provide: Session, useValue: session },
      { provide: Write, useValue: { send } },
    ],
  });
  const [desk, post] = [TestBed.inject(DraftDesk), TestBed.inject(DraftPost)];
  await desk.open(givenDraft().id);
  return { desk, post };
}

/** Another title of the first question, made upon the one it has unless another is given. */
export function retitled(value: string, was = VERSION.source.texts['q-yes.title']): DraftChange {
  return { op: 'text', part: 'q-yes', field: 'title', value, ...(was !== undefined && { was }) };
}
