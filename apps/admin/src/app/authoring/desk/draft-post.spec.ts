import { HttpErrorResponse } from '@angular/common/http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { changeDraft, PROBLEMS, type DraftStaleDetails, type DraftStep } from '@kilim/contracts';
import { givenDesk, givenDraft, HELENA, retitled } from '../../testing/given-desk';

const STEP: DraftStep = {
  ...{ revision: 2, kind: 'edited', at: '2026-04-10T10:01:00.000Z', by: { ...HELENA, name: 'Tobias' } },
  changeId: '01900000-0000-7000-8000-0000000000c1',
  changes: [retitled('Theirs')],
  inverse: [],
};
const noNetwork = () => new HttpErrorResponse({ status: 0 });

function stale(): HttpErrorResponse {
  const conflict = { reason: 'changed', at: 0, part: 'q-yes', what: 'text/title', found: 'Theirs' } as const;
  const details: DraftStaleDetails = { conflict, revision: 2, steps: [STEP] };
  const { status, title } = PROBLEMS['draft.stale'];
  const code = 'draft.stale';
  const facts = { type: `/problems/${code}`, code, title, status, detail: '', places: [], requestId: 'r' };
  return new HttpErrorResponse({ status, error: { ...facts, details } });
}

beforeEach(() => localStorage.clear());

describe('the post of a draft', () => {
  it('is offline until the server answers, also where it answers that somebody was faster', async () => {
    const errors = [noNetwork(), stale()];
    const { desk, post } = await givenDesk((endpoint) => {
      if (endpoint === changeDraft) throw errors.shift() ?? new Error('Sent once more.');
      return givenDraft();
    });
    desk.edit([retitled('Mine')]);
    await post.flush();
    expect(post.state()).toBe('offline');
    await post.flush();
    expect([post.state(), desk.collisions().length]).toEqual(['saved', 1]);
  });

  it('makes again what was taken back without a network, until something else is written', async () => {
    const { desk, post } = await givenDesk((endpoint) => {
      if (endpoint === changeDraft) throw noNetwork();
      return givenDraft();
    });
    desk.edit([retitled('Mine')]);
    await post.flush();
    await post.undo();
    await post.redo();
    expect(desk.book()?.title('q-yes')).toBe('Mine');
    await post.flush();
    await post.undo();
    expect(post.canRedo()).toBe(true);
    desk.edit([retitled('Something else')]);
    expect(post.canRedo()).toBe(false);
  });

  it('has saved everything as soon as nothing is left to send, whoever brought it there', async () => {
    const { desk, post } = await givenDesk((endpoint) => {
      if (endpoint === changeDraft) throw noNetwork();
      return givenDraft();
    });
    desk.edit([retitled('Mine')]);
    await post.flush();
    const [step] = desk.pending();
    desk.receive([{ ...STEP, changeId: step?.changeId ?? '', changes: [...(step?.changes ?? [])] }]);
    expect(post.state()).toBe('saved');
  });
});
