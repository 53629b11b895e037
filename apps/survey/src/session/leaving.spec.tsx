/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { forgetHalfTyped, useHalfTyped } from '../form/half-typed.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { noteOpenSaver } from '../outbox/open-savers.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { AccountMenu } from '../shell/account-menu.js';
import { SessionContext } from './session-context.js';
import { SignInAgain } from './sign-in-again.js';
import { SignOutDialog } from './sign-out-dialog.js';

// jsdom has the element, without what it does.
HTMLDialogElement.prototype.showModal ??= () => undefined;
HTMLDialogElement.prototype.close ??= () => undefined;

beforeAll(() => givenTexts('en'));

/** How often somebody was signed out. */
let signedOut = 0;

afterEach(() => {
  cleanup();
  forgetHalfTyped(TRIAL_SESSION.account.id);
  signedOut = 0;
});

const nothing = (): void => undefined;

function show(dialog: ReactNode): void {
  const signOut = () => {
    signedOut += 1;
    return Promise.resolve();
  };
  const session = { session: TRIAL_SESSION, signOut, leave: nothing };
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

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

/** A reply to an expert is half typed, wherever in the form. */
function Reply({ words }: Readonly<{ words: string }>): ReactNode {
  const { write } = useHalfTyped('reply', 'q-1', 'c-1');
  return (
    <button
      type="button"
      onClick={() => {
        write('words', words);
      }}
    >
      Type
    </button>
  );
}

function halfType(words: string): void {
  givenWork(version, [], () => <Reply words={words} />);
  fireEvent.click(screen.getByText('Type'));
  cleanup();
}

describe('signing out with words that are no answer yet', () => {
  const signOut = (words: string): void => {
    halfType(words);
    show(
      <MemoryRouter>
        <AccountMenu name="Alicja" email="alicja@example.org" />
      </MemoryRouter>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Sign out', hidden: true }));
  };

  it('names them, and is done once they are given up', async () => {
    signOut('On page 31');
    await screen.findByText('Something that you have begun has not been sent');
    screen.getByText('S.1: reply to the expert');
    screen.getByText('On page 31');
    expect(signedOut).toBe(0);
    fireEvent.click(screen.getByText('Throw it away and sign out'));
    expect(signedOut).toBe(1);
  });

  it('names them beside answers, which can be kept all the same', async () => {
    halfType('On page 31');
    await signingOut({ isKept: true });
    expect([keep() !== null, screen.queryByText('On page 31') !== null]).toEqual([true, true]);
  });

  it('asks nothing where there are none', async () => {
    signOut(' ');
    await waitFor(() => {
      expect(signedOut).toBe(1);
    });
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
