import { isAnythingHalfTyped } from '../form/half-typed.js';
import { PROGRAM_UPDATES } from '../offline/program-updates.js';
import { isAnythingUnkept } from '../outbox/open-outbox.js';
import { openSavers } from '../outbox/open-savers.js';

/**
 * Asks before the page is closed, or opened anew, while something would be lost with it or has yet to reach the server,
 * whoever typed it. Returns how to stop.
 */
export function guardPage(): () => void {
  const guard = (event: BeforeUnloadEvent): void => {
    if (isAnythingHalfTyped() || isAnythingUnkept() || isAnythingUnsaved()) event.preventDefault();
  };
  window.addEventListener('beforeunload', guard);
  return () => {
    window.removeEventListener('beforeunload', guard);
  };
}

/** A newer program goes on with what lies on the device. */
function isAnythingUnsaved(): boolean {
  return openSavers().some(
    ({ saver }) => saver.unsent().length > 0 && !(PROGRAM_UPDATES.isBeingTaken && saver.isKept),
  );
}
