import { readLeniently, readSession, Session, signOut } from '@kilim/contracts';
import { SessionNews } from '@kilim/live';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, callAs } from '../api/call.js';
import { Problem } from '../api/problem.js';
import { forgetOthers, forgetPerson } from '../device/belongings.js';
import { keepCopy, lastCopyOf } from '../device/copies.js';
import { forgetHalfTyped } from '../form/half-typed.js';
import { speakAccountLanguage } from '../language/interface-texts.js';
import { forgetUnkept } from '../outbox/open-outbox.js';
import { openSaversOf } from '../outbox/open-savers.js';
import type { SignedIn } from './session-context.js';
import { tellSession } from './session-news.js';

/** Where the form begins. */
const FORM = '/survey/';

/** What the copy of a session is called. */
const WHO = 'session';

/** Who is in front of the page, as far as it is known. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: Session }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Asks who is signed in, at the beginning and whenever another window has changed it. */
export function useSessionState(): {
  readonly state: SessionState;
  readonly signedIn: SignedIn | undefined;
  readonly enterAfterSigningIn: (session: Session) => void;
  readonly again: () => void;
} {
  const [state, setState] = useState<SessionState>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);

  const enter = useCallback((session: Session) => {
    callAs(session.account.id);
    void speakAccountLanguage(session.account.language);
    void forgetOthers(session.account.id).then(() => keepCopy(session.account.id, WHO, session));
    setState({ kind: 'in', session });
    // They may have waited for somebody to sign in, wherever that was.
    for (const { saver } of openSaversOf(session.account.id)) saver.retry();
  }, []);

  const leave = useCallback(() => {
    callAs(undefined);
    setState({ kind: 'out' });
  }, []);

  /** Whose work is elsewhere is led there, unless an address of the form was asked for. */
  const enterAfterSigningIn = useCallback(
    (session: Session) => {
      tellSession();
      if (session.home !== FORM && window.location.pathname === FORM) window.location.assign(session.home);
      else enter(session);
    },
    [enter],
  );

  useEffect(() => {
    // Asked again meanwhile, what comes late is what was.
    let isOld = false;
    const unlessOld =
      <T>(take: (value: T) => void) =>
      (value: T): void => {
        if (!isOld) take(value);
      };
    const fail = (error: unknown): void => {
      if (error instanceof Problem && error.document.status === 401) leave();
      else
        void whoWasHere().then(
          unlessOld((session) => {
            // Who was in front of the page still is, as far as anybody knows.
            setState((before) => (before.kind === 'in' ? before : orLast(session, error)));
          }),
        );
    };
    call(readSession, {}, { asAnybody: true }).then(unlessOld(enter), unlessOld(fail));
    return () => {
      isOld = true;
    };
  }, [attempt, enter, leave]);

  useEffect(() => {
    const news = new SessionNews();
    news.hear(() => {
      setAttempt((before) => before + 1);
    });
    return () => {
      news.close();
    };
  }, []);

  const signedIn = useMemo(
    () =>
      state.kind === 'in'
        ? {
            session: state.session,
            signOut: async (keep: 'nothing' | 'unsent') => {
              await call(signOut, {});
              forgetHalfTyped(state.session.account.id);
              forgetUnkept(state.session.account.id);
              await forgetPerson(state.session.account.id, keep);
              tellSession();
              leave();
            },
            leave,
          }
        : undefined,
    [state, leave],
  );

  const again = useCallback(() => {
    setState({ kind: 'asking' });
    setAttempt((before) => before + 1);
  }, []);

  return { state, signedIn, enterAfterSigningIn, again };
}

/** Without a network whoever was here last goes on with what lies here; the server asks them to sign in again if need be. */
function orLast(session: Session | undefined, error: unknown): SessionState {
  if (!session) return { kind: 'failed', error };
  callAs(session.account.id);
  return { kind: 'in', session };
}

async function whoWasHere(): Promise<Session | undefined> {
  return readLeniently(Session, (await lastCopyOf(WHO))?.body).data;
}
