import type { Account } from '@kilim/contracts';

/**
 * The person a page is about. Who is listed no longer since their last role within reach was taken away stays as they
 * were last known, without roles: the page they were changed on is the one place left to undo it.
 *
 * @param listed the people within reach; undefined while nothing is known of them
 * @param before whom the page has shown so far
 */
export function lastKnown(
  accountId: string,
  listed: readonly Account[] | undefined,
  before: Account | undefined,
): Account | undefined {
  const found = listed?.find(({ id }) => id === accountId);
  if (found !== undefined) return found;
  if (before?.id !== accountId) return undefined;
  return listed === undefined ? before : { ...before, memberships: [], mayDisable: false, mayInvite: false };
}
