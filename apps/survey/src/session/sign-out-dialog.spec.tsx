/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import type { UnsentAnswer } from '../outbox/all-unsent.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { givenDialogs } from '../shell/given-dialogs.arbitrary.js';
import { SessionContext } from './session-context.js';

let unsent: readonly Partial<UnsentAnswer>[] = [];
jest.unstable_mockModule('./use-unsent.js', () => ({ useUnsent: () => unsent }));
const { SignOutDialog } = await import('./sign-out-dialog.js');

/** Signing out never succeeds here: the server can't be reached. */
function Page(): ReactElement {
  const signOut = () => Promise.reject(new Error('Nobody there'));
  return (
    <SessionContext value={{ session: TRIAL_SESSION, signOut, leave: () => undefined }}>
      <SignOutDialog onClose={() => undefined} />
    </SessionContext>
  );
}

/** The dialog while an answer is on its way, and what lets it arrive. */
function given(): () => void {
  unsent = [{ assessmentId: 'a', isKept: true }];
  const { rerender } = render(<Page />);
  return () => {
    unsent = [];
    rerender(<Page />);
  };
}

beforeAll(async () => {
  givenDialogs();
  await givenTexts('en');
});

afterEach(cleanup);

it('the focus stays in the dialog when the answers arrive while one chooses what becomes of them', async () => {
  const arrive = given();
  act(() => {
    screen.getByRole('button', { name: /Keep/ }).focus();
  });
  arrive();
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('status'));
  });
});

it('says no more that signing out failed once everything has arrived, and says it when it fails again', async () => {
  const arrive = given();
  fireEvent.click(screen.getByRole('button', { name: /Keep/ }));
  await waitFor(() => screen.getByRole('alert'));
  arrive();
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  await waitFor(() => screen.getByRole('alert'));
});
