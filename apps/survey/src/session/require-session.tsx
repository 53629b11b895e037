import { useEffect, type ReactElement, type ReactNode } from 'react';
import { Loading } from '../shell/loading.js';
import { ProblemPanel } from '../shell/problem-panel.js';
import { guardPage } from './guard-page.js';
import { SessionContext } from './session-context.js';
import { SignInPage } from './sign-in-page.js';
import { useSessionState } from './use-session-state.js';

/** Shows its children to who is signed in, and the sign-in page, at the same address, to everyone else. */
export function RequireSession({ children }: Readonly<{ children: ReactNode }>): ReactElement {
  const { state, signedIn, enterAfterSigningIn, again } = useSessionState();
  // Also before the sign-in page: who typed it may have been signed out elsewhere.
  useEffect(guardPage, []);
  switch (state.kind) {
    case 'asking':
      return <Loading />;
    case 'failed':
      return (
        <main className="page page--reading">
          <ProblemPanel error={state.error} onAgain={again} />
        </main>
      );
    case 'out':
      return <SignInPage onSignedIn={enterAfterSigningIn} />;
    case 'in':
      return (
        // Another person is another page: nothing of the one may reach the other.
        <SessionContext key={state.session.account.id} value={signedIn}>
          {children}
        </SessionContext>
      );
  }
}
