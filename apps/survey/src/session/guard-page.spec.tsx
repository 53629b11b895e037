/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PROBLEMS, type AnswerSave } from '@kilim/contracts';
import { cleanup, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { givenReplies } from '../assessment/given-replies.arbitrary.js';
import { givenSection } from '../assessment/given.arbitrary.js';
import { forgetHalfTyped, useHalfTyped } from '../form/half-typed.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { forgetUnkept, openOutbox } from '../outbox/open-outbox.js';
import { noteOpenSaver } from '../outbox/open-savers.js';
import { written } from '../outbox/unsent.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_ID } from '../preview/trial-assessment.js';
import { RequireSession } from './require-session.js';

const nothing = (): void => undefined;
const save: AnswerSave = {
  kind: 'set',
  ...{ saveId: 's-1', questionId: 'q', instanceId: '', baseRevision: 0, value: 'words' },
  ...{ language: 'en', textRevision: '' },
};

/** Types an answer where the device keeps nothing: here there is no store. */
async function typeUnkept(): Promise<() => void> {
  const { outbox } = await openOutbox('me', 'a');
  await outbox.step('q', written('q', save, 0));
  return () => {
    forgetUnkept('me');
  };
}

/** Begins a reply to an expert. */
function halfType(): () => void {
  const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});
  givenWork(version, [], () => <Reply />);
  cleanup();
  return () => {
    forgetHalfTyped(TRIAL_ID);
  };
}

function Reply(): null {
  const { write } = useHalfTyped('reply', 'q-1', 'c-1');
  useEffect(() => {
    write('words', 'On page 31');
    // As one types: once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}

/** Has an answer on its way. */
function send(): () => void {
  return noteOpenSaver({
    ...{ accountId: 'me', assessmentId: 'a', tell: () => '' },
    saver: { isKept: true, unsent: () => [{ address: 'q' }], retry: nothing, kept: () => Promise.resolve() },
  });
}

const code = 'session.required';
const type = `/problems/${code}`;
const signedOut = { ...PROBLEMS[code], type, code, detail: 'Sign in.', places: [], requestId: 'r' };

let putBack: () => void;
beforeAll(() => givenTexts('en'));
beforeEach(() => {
  putBack = givenReplies({ status: 401, body: signedOut });
});
afterEach(() => {
  cleanup();
  putBack();
});

const isAsked = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('the sign-in page', () => {
  const note = () => screen.queryByText(/^What was typed on this page /);

  it.each([
    ['an answer', typeUnkept],
    ['a reply that is half typed', halfType],
  ])('says that %s is gone with it, where only the page has that', async (_what, begin) => {
    const end = await begin();
    render(<RequireSession>{null}</RequireSession>);
    await screen.findByRole('button', { name: 'Sign in' });
    expect(note()).not.toBeNull();
    end();
  });

  it('says nothing of it where there is none', async () => {
    render(<RequireSession>{null}</RequireSession>);
    await screen.findByRole('button', { name: 'Sign in' });
    expect(note()).toBeNull();
  });
});

describe('closing the page', () => {
  it.each([
    ['only the page has an answer', typeUnkept],
    ['a reply is half typed', halfType],
    ['an answer is on its way', send],
  ])('is asked about while %s, also where nobody is signed in any more', async (_what, begin) => {
    const end = await begin();
    render(<RequireSession>{null}</RequireSession>);
    await screen.findByRole('button', { name: 'Sign in' });
    expect(isAsked()).toBe(true);
    end();
    expect(isAsked()).toBe(false);
  });
});
