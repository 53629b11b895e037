/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Finding } from '@kilim/contracts';
import { act, cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenReplies } from '../assessment/given-replies.arbitrary.js';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { HomePage } from './home-page.js';

const section = givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]);
const version = givenVersion(section, {});
const { id, name } = TRIAL_SESSION.account;
const FINDING: Finding = {
  ...{ id, questionId: 'q-1', instanceId: '', reader: 'first', sequence: 1 },
  ...{ answer: { kind: 'value', value: true }, reasonCode: 'confirms', reason: 'Seen.', evidenceIds: [] },
  ...{ isOutdated: false, isSuperseded: false, recordedAt: '2026-04-20T10:00:00.000Z' },
  recordedBy: { id, name },
};

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

/** The city's home after the expert has looked, with what a reader found. */
async function givenHome(finding: Finding): Promise<void> {
  const putBack = givenReplies({ status: 200, body: { findings: [finding] } });
  givenWork(
    version,
    [],
    () => (
      <MemoryRouter>
        <HomePage />
      </MemoryRouter>
    ),
    ({ assessment }) => ({ assessment: { ...assessment, state: 'underVerification' } }),
  );
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  putBack();
}

it('a city reads its score after the check as soon as something was found', async () => {
  await givenHome(FINDING);
  expect(screen.getByText('After the expert’s check')).toBeDefined();
});

it('what only a second reader found is no check: second readings never score', async () => {
  await givenHome({ ...FINDING, reader: 'second' });
  expect(screen.queryByText('After the expert’s check')).toBeNull();
});
