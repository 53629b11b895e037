import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Draft, DraftState } from '@kilim/contracts';
import type { DraftChange } from '@kilim/indicators';
import { Write } from '../../api/write';
import { Session } from '../../session/session';
import { QUESTIONNAIRE, VERSION } from '../../testing/given';
import { DraftDesk } from './draft-desk';

const ID = '01900000-0000-7000-8000-0000000000dd';
const HELENA = { id: '01900000-0000-7000-8000-00000000000a', name: 'Helena' };
const NOW = '2026-04-10T10:00:00.000Z';

const draft = (state: DraftState): Draft => ({
  id: ID,
  programmeId: ID,
  state,
  ...{ code: 'TEST', version: '2026.2', title: 'A test', revision: 1 },
  ...{ createdAt: NOW, createdBy: HELENA, changedAt: NOW, changedBy: HELENA },
  content: { questionnaire: QUESTIONNAIRE, source: VERSION.source, translations: [], accepted: [] },
  stacks: {},
});

/** A desk in a tab of its own, with the draft open on it. */
async function open(state: DraftState = 'open'): Promise<DraftDesk> {
  TestBed.resetTestingModule();
  const session = { current: signal({ account: HELENA }), may: () => true };
  TestBed.configureTestingModule({
    providers: [
      DraftDesk,
      { provide: Session, useValue: session },
      { provide: Write, useValue: { send: () => Promise.resolve(draft(state)) } },
    ],
  });
  const desk = TestBed.inject(DraftDesk);
  await desk.open(ID);
  return desk;
}

const retitle = (value: string): DraftChange => ({
  ...{ op: 'text', part: 'q-yes', field: 'title' },
  ...{ was: VERSION.source.texts['q-yes.title'], value },
});
const titleOn = (desk: DraftDesk): string | undefined => desk.book()?.title('q-yes');

beforeEach(() => localStorage.clear());

describe('a draft on the desk', () => {
  it('has on top what an earlier visit left unsent', async () => {
    (await open()).edit([retitle('Left behind')]);
    const desk = await open();
    expect([titleOn(desk), desk.pending()]).toEqual(['Left behind', [expect.anything()]]);
  });

  it('shows a collision again to whoever left before choosing, until it is settled', async () => {
    const first = await open();
    first.edit([retitle('Mine')]);
    const [step] = first.pending();
    if (step === undefined) throw new Error('Nothing is pending.');
    first.withdraw(step.changeId);
    const conflict = {
      reason: 'changed',
      at: 0,
      part: 'q-yes',
      what: 'text/title',
      found: 'Theirs',
    } as const;
    first.collide([{ step, conflict }], 'Tobias');
    const second = await open();
    expect(second.collisions()).toMatchObject([{ step: { changes: step.changes }, conflict, by: 'Tobias' }]);
    for (const collision of second.collisions()) second.settle(collision);
    expect((await open()).collisions()).toEqual([]);
  });

  it('leaves what is unsent where it lies while the draft is closed', async () => {
    (await open()).edit([retitle('Left behind')]);
    expect(titleOn(await open('discarded'))).not.toBe('Left behind');
    expect(titleOn(await open())).toBe('Left behind');
  });
});
