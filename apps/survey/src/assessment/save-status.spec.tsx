/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { givenSection } from './given.arbitrary.js';
import { SaveStatus } from './save-status.js';
import type { Hindrance } from './saver-surroundings.js';

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

function waitingFor(because: Hindrance): void {
  const state = { kind: 'waiting', count: 1, because } as const;
  givenWork(
    version,
    [],
    () => <SaveStatus />,
    ({ saved, saver }) => ({
      ...{ isTrial: false, saved: { ...saved, state } },
      saver: Object.assign(saver, { state: () => state }),
    }),
  );
}

const newer = () => screen.queryByRole('button', { name: 'Load the page anew' });

it('an answer that waits for a newer form is said to, with a way to that form', () => {
  waitingFor('newer');
  expect(screen.getByRole('status').textContent).toMatch(/the server is newer than this form/);
  expect(newer()).not.toBeNull();
});

it('one that waits for something else is not', () => {
  waitingFor('network');
  expect(newer()).toBeNull();
});
