import { expect, it } from '@jest/globals';
import { trialAssessment, TRIAL_ID, TRIAL_SESSION } from '../preview/trial-assessment.js';
import { valueBefore } from './value-before.js';

const mine = { session: TRIAL_SESSION, assessment: trialAssessment('') };
const next = {
  ...mine,
  session: { ...TRIAL_SESSION, account: { ...TRIAL_SESSION.account, id: TRIAL_ID.replace('7', '8') } },
};
const typed = { answer: { kind: 'value', value: 'typed and never sent' } } as const;

it('what stood before a question did not apply comes back once, to whoever it stood before', () => {
  valueBefore.keep(mine, 'q', typed);
  expect(valueBefore.take(next, 'q')).toBeUndefined();
  expect(valueBefore.take(mine, 'q')).toEqual({ kind: 'set', value: 'typed and never sent' });
  expect(valueBefore.take(mine, 'q')).toBeUndefined();
});
