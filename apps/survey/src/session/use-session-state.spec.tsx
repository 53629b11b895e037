/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import { BroadcastChannel } from 'node:worker_threads';
import type { ReactElement } from 'react';
import { givenReplies } from '../assessment/given-replies.arbitrary.js';
import { givenSection } from '../assessment/given.arbitrary.js';
import { useAllHalfTyped, useHalfTyped } from '../form/half-typed.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { noteOpenSaver } from '../outbox/open-savers.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { tellSession } from './session-news.js';
import { useSessionState } from './use-session-state.js';

// jsdom has none.
globalThis.BroadcastChannel ??= BroadcastChannel as unknown as typeof globalThis.BroadcastChannel;

afterEach(cleanup);

function Reason(): ReactElement {
  const { write } = useHalfTyped('reason', 'q-1', 'q-1');
  return (
    <button
      type="button"
      onClick={() => {
        write('reason', 'We have no harbour');
      }}
    >
      Type
    </button>
  );
}

it('signing out lets go of what was half typed, once the server has ended the session', async () => {
  await givenTexts('en');
  const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});
  givenWork(version, [], () => <Reason />);
  fireEvent.click(screen.getByText('Type'));
  cleanup();
  const halfTyped = () => renderHook(() => useAllHalfTyped(TRIAL_SESSION.account.id)).result.current;
  const putBack = givenReplies({ status: 200, body: TRIAL_SESSION }, { status: 503 }, { status: 204 });
  const { result } = renderHook(useSessionState);
  await waitFor(() => {
    expect(result.current.state.kind).toBe('in');
  });
  await act(() => expect(result.current.signedIn?.signOut('nothing')).rejects.toThrow());
  expect(halfTyped()).toHaveLength(1);
  await act(() => result.current.signedIn?.signOut('nothing') ?? Promise.resolve());
  expect(halfTyped()).toEqual([]);
  putBack();
});

it('signing in again in another window sends what waits in this one, in whatever assessment', async () => {
  let retries = 0;
  const leave = noteOpenSaver({
    ...{ accountId: TRIAL_SESSION.account.id, assessmentId: 'a', tell: () => '' },
    saver: {
      ...{ isKept: true, unsent: () => [], kept: () => Promise.resolve() },
      retry: () => (retries += 1),
    },
  });
  const putBack = givenReplies({ status: 200, body: TRIAL_SESSION }, { status: 200, body: TRIAL_SESSION });
  const { result, unmount } = renderHook(useSessionState);
  await waitFor(() => {
    expect(result.current.state.kind).toBe('in');
  });
  retries = 0;
  tellSession();
  await waitFor(() => {
    expect(retries).toBe(1);
  });
  unmount();
  leave();
  putBack();
});

it('goes by what was asked last, in whatever order the replies come', async () => {
  const replies: ((reply: Response) => void)[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = () => new Promise((resolve) => replies.push(resolve));
  const { result, unmount } = renderHook(useSessionState);
  tellSession();
  await waitFor(() => {
    expect(replies).toHaveLength(2);
  });
  const next = { ...TRIAL_SESSION, account: { ...TRIAL_SESSION.account, name: 'Who signed in last' } };
  for (const session of [next, TRIAL_SESSION])
    await act(async () => {
      const text = () => Promise.resolve(JSON.stringify(session));
      replies.pop()?.({ ok: true, status: 200, text } as Response);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  expect(result.current.state).toMatchObject({
    kind: 'in',
    session: { account: { name: next.account.name } },
  });
  unmount();
  globalThis.fetch = fetch;
});
