/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { allUnsent } from './all-unsent.js';
import { forgetUnkept, isAnythingUnkept, openOutbox } from './open-outbox.js';
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

  it('is known to be there whosever it is, until they have gone', async () => {
    await typed('me');
    expect(isAnythingUnkept()).toBe(true);
    forgetUnkept('me');
    expect(isAnythingUnkept()).toBe(false);
  });

  it('is gone with the person who has signed out', async () => {
    await typed('me');
    await typed('you');
    forgetUnkept('me');
    expect([await unsentOf('me'), await unsentOf('you')]).toEqual([[], ['q']]);
  });
});
