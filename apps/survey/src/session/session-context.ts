import type { Session } from '@kilim/contracts';
import { createContext, useContext } from 'react';

/** Who is signed in, and how that changes. */
export interface SignedIn {
  readonly session: Session;
  /**
   * Ends the session; of the person nothing stays on the device, or only the answers that they have not sent yet.
   *
   * @throws as `call` does; then nothing has changed
   */
  signOut(keep: 'nothing' | 'unsent'): Promise<void>;
  /** Leaves the page to somebody else; what is not sent yet stays for the one who wrote it. */
  leave(): void;
}

export const SessionContext = createContext<SignedIn | undefined>(undefined);

/** Who is signed in. Only below the sign-in page. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('Nobody is signed in here.');
  return signedIn;
}
