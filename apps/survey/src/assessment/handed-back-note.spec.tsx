/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Assessment } from '@kilim/contracts';
import { cleanup, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_ID } from '../preview/trial-assessment.js';
import { givenSection } from './given.arbitrary.js';
import { HandedBackNote } from './handed-back-note.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

function given(handedBack?: Assessment['handedBack']): void {
  givenWork(
    version,
    [],
    () => <HandedBackNote />,
    ({ assessment }) => ({ assessment: { ...assessment, ...(handedBack && { handedBack }) } }),
  );
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

it('a city that has its answers back reads who gave them back, when and why', () => {
  given({
    at: '2025-04-11T14:00:00.000Z',
    by: { id: TRIAL_ID, name: 'Ewa Coordinator' },
    reason: 'A figure is missing.',
  });
  expect(screen.getByRole('note').textContent).toMatch(
    /Ewa Coordinator, 11 April 2025.*A figure is missing\./,
  );
});

it('no other city reads anything of it', () => {
  given();
  expect(screen.queryByRole('note')).toBeNull();
});
