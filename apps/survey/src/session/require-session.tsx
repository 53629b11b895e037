import { readSession, signOut, type Session } from '@kilim/contracts';
import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { Problem } from '../api/problem.js';
import { speakAccountLanguage } from '../language/interface-texts.js';
import { Loading } from '../shell/loading.js';
import { ProblemPanel } from '../shell/problem-panel.js';
import { SessionContext } from './session-context.js';
import { SignInPage } from './sign-in-page.js';

/** Where the form begins. */
const FORM = '/survey/';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: Session }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Shows its children to who is signed in, and the sign-in page, at the same address, to everyone else. */
export function RequireSession({ children }: Readonly<{ children: ReactNode }>): ReactElement {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);

  const enter = useCallback((session: Session) => {
    void speakAccountLanguage(session.account.language);
    setState({ kind: 'in', session });
  }, []);

  /** Whose work is elsewhere is led there, unless an address of the form was asked for. */
  const enterAfterSigningIn = (session: Session): void => {
    if (session.home !== FORM && window.location.pathname === FORM) window.location.assign(session.home);
    else enter(session);
  };

  useEffect(() => {
    call(readSession, {}).then(enter, (error: unknown) => {
      setState(
        error instanceof Problem && error.document.status === 401
          ? { kind: 'out' }
          : { kind: 'failed', error },
      );
    });
  }, [attempt, enter]);

  const signedIn = useMemo(
    () =>
      state.kind === 'in'
        ? {
            session: state.session,
            signOut: async () => {
              await call(signOut, {});
              setState({ kind: 'out' });
            },
          }
        : undefined,
    [state],
  );

  switch (state.kind) {
    case 'asking':
      return <Loading />;
    case 'failed':
      return (
        <main className="page page--reading">
          <ProblemPanel
            error={state.error}
            onAgain={() => {
              setState({ kind: 'asking' });
              setAttempt((before) => before + 1);
            }}
          />
        </main>
      );
    case 'out':
      return <SignInPage onSignedIn={enterAfterSigningIn} />;
    case 'in':
      return <SessionContext value={signedIn}>{children}</SessionContext>;
  }
}
