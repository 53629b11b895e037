import { unsentOnDevice } from '../device/belongings.js';
import { openSaversOf } from './open-savers.js';
import type { Unsent } from './unsent.js';

/** Something a person has not sent yet, told so that they know it again. */
export interface UnsentAnswer {
  readonly assessmentId: string;
  readonly unsent: Unsent;
  /** Question and answer; absent: its questionnaire is not open. */
  readonly words?: string;
}

/** Everything a person has not sent yet, of this page, its other tabs and earlier visits. */
export async function allUnsent(accountId: string): Promise<readonly UnsentAnswer[]> {
  const found = new Map<string, UnsentAnswer>();
  for (const { assessmentId, unsent } of await unsentOnDevice(accountId))
    for (const each of unsent) found.set(`${assessmentId} ${each.address}`, { assessmentId, unsent: each });
  for (const { assessmentId, saver, tell } of openSaversOf(accountId))
    for (const each of saver.unsent())
      found.set(`${assessmentId} ${each.address}`, { assessmentId, unsent: each, words: tell(each) });
  return [...found.values()];
}
