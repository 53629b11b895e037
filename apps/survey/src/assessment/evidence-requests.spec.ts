import { afterEach, expect, it, jest } from '@jest/globals';
import { ACCOUNT_HEADER } from '@kilim/contracts';
import { callAs } from '../api/call.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import type { Asked } from './asked.js';
import { describeEvidence } from './evidence-requests.js';
import type { Work } from './work.js';

afterEach(() => {
  jest.restoreAllMocks();
  callAs(undefined);
});

it('a piece of evidence is that of who described it, though somebody else has signed in while its file was sent', async () => {
  const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('cut off'));
  const work = { session: TRIAL_SESSION, assessment: { id: 'a-1' }, isTrial: false } as Work;
  callAs('signed-in-next');
  const described = describeEvidence(
    work,
    {} as Asked,
    { title: 'Budget', questionId: 'q-1', level: 'good' } as never,
  );
  await expect(described).rejects.toThrow('could not be reached');
  const { headers } = fetched.mock.calls[0]?.[1] ?? {};
  expect(new Headers(headers).get(ACCOUNT_HEADER)).toBe(TRIAL_SESSION.account.id);
});
