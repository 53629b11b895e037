/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { noteOpenSaver } from '../outbox/open-savers.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { SessionContext } from './session-context.js';
import { SignInAgain } from './sign-in-again.js';
import { SignOutDialog } from './sign-out-dialog.js';

// jsdom has the element, without what it does.
HTMLDialogElement.prototype.showModal ??= () => undefined;
HTMLDialogElement.prototype.close ??= () => undefined;

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

const nothing = (): void => undefined;

function show(dialog: ReactNode): void {
  const session = { session: TRIAL_SESSION, signOut: () => Promise.resolve(), leave: nothing };
  render(<SessionContext value={session}>{dialog}</SessionContext>);
}

/** Somebody signs out while one answer of this page has not reached the server. */
async function signingOut({ isKept }: { readonly isKept: boolean }): Promise<void> {
  const leave = noteOpenSaver({
    accountId: TRIAL_SESSION.account.id,
    assessmentId: 'a',
    saver: { isKept, unsent: () => [{ address: 'q' }], retry: nothing, kept: () => Promise.resolve() },
    tell: () => 'COM.1 Words',
  });
  show(<SignOutDialog onClose={nothing} />);
  await screen.findByText('Download them');
  leave();
}

const keep = () => screen.queryByText('Keep them on this device and sign out');
const warning = () => screen.queryByText(/^This device cannot keep them/);

describe('signing out with an answer that is not saved', () => {
  it('leaves it on the device where it lies there', async () => {
    await signingOut({ isKept: true });
    expect([keep() !== null, warning()]).toEqual([true, null]);
  });

  it('does not offer so where the page alone has it, and says that it would be gone', async () => {
    await signingOut({ isKept: false });
    expect([keep(), warning() !== null]).toEqual([null, true]);
  });
});

describe('leaving the page after the session has ended', () => {
  it('promises that answers stay where the device keeps them, and says that they are gone where not', () => {
    show(<SignInAgain isKept onSignedIn={nothing} />);
    expect(screen.queryByText(/ stay on this device /)).not.toBeNull();
    cleanup();
    show(<SignInAgain isKept={false} onSignedIn={nothing} />);
    expect(screen.queryByText(/ stay on this device | kept on this device /)).toBeNull();
    expect(screen.queryByText(/ are gone then/)).not.toBeNull();
  });
});
