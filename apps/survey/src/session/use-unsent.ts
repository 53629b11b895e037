import { useEffect, useState } from 'react';
import { allUnsent, type UnsentAnswer } from '../outbox/all-unsent.js';
import { openSaversOf } from '../outbox/open-savers.js';

const LOOK_AGAIN_MS = 700;

/** What a person has not sent yet, looked at again and again while it is on its way. Undefined: not known yet. */
export function useUnsent(accountId: string): readonly UnsentAnswer[] | undefined {
  const [unsent, setUnsent] = useState<readonly UnsentAnswer[]>();
  useEffect(() => {
    let isGone = false;
    const look = (): void => {
      void allUnsent(accountId).then((found) => {
        if (!isGone) setUnsent(found);
      });
    };
    for (const { saver } of openSaversOf(accountId)) saver.retry();
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [accountId]);
  return unsent;
}
