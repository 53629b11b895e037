import { beforeEach, describe, expect, it } from '@jest/globals';
import { readDraft, type DraftStep } from '@kilim/contracts';
import { givenDesk, givenDraft, HELENA, retitled } from '../../testing/given-desk';
import type { DraftDesk } from './draft-desk';

const STEP: DraftStep = {
  ...{ revision: 2, kind: 'edited', at: '2026-04-10T10:01:00.000Z', by: HELENA },
  ...{ changeId: '01900000-0000-7000-8000-0000000000c1', changes: [], inverse: [] },
};
const openDesk = async (): Promise<DraftDesk> => (await givenDesk(() => givenDraft())).desk;
const openClosed = async (): Promise<DraftDesk> =>
  (await givenDesk(() => givenDraft({ state: 'discarded' }))).desk;
const titleOn = (desk: DraftDesk): string | undefined => desk.book()?.title('q-yes');

beforeEach(() => localStorage.clear());

describe('a draft on the desk', () => {
  it('has on top what an earlier visit left unsent', async () => {
    (await openDesk()).edit([retitled('Left behind')]);
    const desk = await openDesk();
    expect([titleOn(desk), desk.pending()]).toEqual(['Left behind', [expect.anything()]]);
  });

  it('shows a collision again to whoever left before choosing, until it is settled', async () => {
    const first = await openDesk();
    first.edit([retitled('Mine')]);
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
    const second = await openDesk();
    expect(second.collisions()).toMatchObject([{ step: { changes: step.changes }, conflict, by: 'Tobias' }]);
    for (const collision of second.collisions()) second.settle(collision);
    expect((await openDesk()).collisions()).toEqual([]);
  });

  it('closes as soon as another tells that it was published or thrown away, and keeps what was typed in view', async () => {
    for (const [kind, state] of [['published', 'published'] as const, ['discarded', 'discarded'] as const]) {
      localStorage.clear();
      let told = givenDraft();
      const { desk, post } = await givenDesk((endpoint) => {
        if (endpoint !== readDraft) throw new Error('Nothing is sent to a closed draft.');
        return told;
      });
      desk.edit([retitled('Typed last')]);
      told = givenDraft({ state, revision: 2 });
      desk.receive([{ ...STEP, kind }]);
      expect([desk.mayEdit(), desk.draft()?.state, titleOn(desk)]).toEqual([false, state, 'Typed last']);
      await post.flush();
      expect([desk.revision(), titleOn(desk), post.state()]).toEqual([2, 'Typed last', 'refused']);
      desk.forgo();
      expect([titleOn(desk), post.state()]).toEqual(['Is there a plan?', 'saved']);
    }
  });

  it('keeps what is typed on where another tab of this browser has sent the beginning of it', async () => {
    const desk = await openDesk();
    desk.edit([retitled('Mi')], 'title');
    const [step] = desk.pending();
    if (step === undefined) throw new Error('Nothing is pending.');
    desk.edit([retitled('Mine', 'Mi')], 'title');
    desk.receive([{ ...STEP, changeId: step.changeId, changes: [...step.changes] }]);
    expect(titleOn(desk)).toBe('Mine');
    expect(desk.pending()).toMatchObject([{ changes: [{ value: 'Mine', was: 'Mi' }] }]);
    expect(desk.pending()[0]?.changeId).not.toBe(step.changeId);
  });

  it('gives way to the tab that typed on what it took over', async () => {
    (await openDesk()).edit([retitled('Mi')]);
    const desk = await openDesk();
    const changeId = desk.pending()[0]?.changeId ?? '';
    desk.receive([{ ...STEP, changeId, changes: [retitled('Mine')] }]);
    expect([titleOn(desk), desk.pending()]).toEqual(['Mine', []]);
  });

  it('opens again when it is taken back, with what was typed', async () => {
    (await openDesk()).edit([retitled('Typed last')]);
    const desk = await openClosed();
    expect([desk.mayEdit(), titleOn(desk)]).toEqual([false, 'Typed last']);
    desk.receive([{ ...STEP, kind: 'recovered' }]);
    expect([desk.mayEdit(), titleOn(desk)]).toEqual([true, 'Typed last']);
  });
});
