import { beforeEach, describe, expect, it } from '@jest/globals';
import { givenDesk, givenDraft, retitled } from '../../testing/given-desk';
import type { DraftDesk } from './draft-desk';

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

  it('leaves what is unsent where it lies while the draft is closed', async () => {
    (await openDesk()).edit([retitled('Left behind')]);
    expect(titleOn(await openClosed())).not.toBe('Left behind');
    expect(titleOn(await openDesk())).toBe('Left behind');
  });
});
