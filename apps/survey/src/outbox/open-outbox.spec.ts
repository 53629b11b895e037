/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { allUnsent } from './all-unsent.js';
import { forgetUnkept, guardUnkept, openOutbox } from './open-outbox.js';
import type { AnswerSave } from '@kilim/contracts';
import { written } from './unsent.js';

const save: AnswerSave = {
  kind: 'set',
  ...{ saveId: 's-1', questionId: 'q', instanceId: '', baseRevision: 0, value: 'words' },
  ...{ language: 'en', textRevision: '' },
};

/** Types into an assessment where the device keeps nothing: here there is no store. */
async function typed(accountId: string): Promise<void> {
  const { outbox } = await openOutbox(accountId, 'a');
  await outbox.step('q', written('q', save, 0));
  expect(outbox.keeping).toBe('unavailable');
}

const unsentOf = async (accountId: string, assessmentId = 'a') =>
  (await openOutbox(accountId, assessmentId)).unsent.map(({ address }) => address);

describe('what the page alone has', () => {
  it('is still there when one comes back from another place of the app, for the same person and assessment', async () => {
    await typed('me');
    expect([await unsentOf('me'), await unsentOf('you'), await unsentOf('me', 'b')]).toEqual([['q'], [], []]);
    expect(await allUnsent('me')).toMatchObject([{ assessmentId: 'a', isKept: false }]);
  });

  it('is asked for before the page is closed, wherever in the app one is', async () => {
    await typed('me');
    const isAsked = (accountId: string): boolean => {
      const leave = guardUnkept(accountId);
      const isLeft = window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
      leave();
      return !isLeft;
    };
    expect([isAsked('me'), isAsked('nobody')]).toEqual([true, false]);
  });

  it('is gone with the person who has signed out', async () => {
    await typed('me');
    await typed('you');
    forgetUnkept('me');
    expect([await unsentOf('me'), await unsentOf('you')]).toEqual([[], ['q']]);
  });
});
