import { THIS_DEVICE } from './this-device.js';

/** What the server answered last, for when it cannot be reached. */
export interface Copy {
  readonly body: unknown;
  /** When it was taken, by the device's clock, in milliseconds since 1970. */
  readonly takenAt: number;
}

/**
 * Keeps what the server has answered a person, in place of what it answered before. Where the device keeps nothing, or has
 * no room, the page can't be opened without a network; nothing that somebody wrote is lost by that.
 */
export async function keepCopy(accountId: string, what: string, body: unknown): Promise<void> {
  const copy: Copy = { body, takenAt: Date.now() };
  await THIS_DEVICE.withStore((database) => database.put('copies', copy, [accountId, what])).catch(only);
}

/** What the server answered a person last; undefined when it is not here. */
export async function readCopy(accountId: string, what: string): Promise<Copy | undefined> {
  const found = await THIS_DEVICE.withStore((database) => database.get('copies', [accountId, what])).catch(
    only,
  );
  return isCopy(found) ? found : undefined;
}

/** That kind of copy, of whomever there is one: who was here last. */
export async function lastCopyOf(what: string): Promise<Copy | undefined> {
  const keys = await THIS_DEVICE.withStore((database) => database.getAllKeys('copies')).catch(only);
  const account = keys?.find(([, each]) => each === what)?.[0];
  return account === undefined ? undefined : readCopy(account, what);
}

function isCopy(value: unknown): value is Copy {
  return typeof value === 'object' && value !== null && 'body' in value && 'takenAt' in value;
}

/** The browser's own objections. */
function only(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error;
  return undefined;
}
