import type { Session } from '@kilim/contracts';
import { createContext, useContext } from 'react';

/** Who is signed in, and how that changes. */
export interface SignedIn {
  readonly session: Session;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<SignedIn | undefined>(undefined);

/** Who is signed in. Only below the sign-in page. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('Nobody is signed in here.');
  return signedIn;
}
