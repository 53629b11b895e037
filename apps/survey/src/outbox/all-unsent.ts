import { unsentOnDevice } from '../device/belongings.js';
import { unkeptOf } from './open-outbox.js';
import { openSaversOf } from './open-savers.js';
import { readKept, UNREADABLE } from './read-kept.js';
import { newestOf } from './unsent.js';

/** Something a person has not sent yet, told so that they know it again. */
export interface UnsentAnswer {
  readonly assessmentId: string;
  /** Question and answer; as it is kept where its questionnaire is not open or it can't be read. */
  readonly words: string;
  /** Whether it lies on the device, and would survive this page. */
  readonly isKept: boolean;
}

/** Everything a person has not sent yet, of this page, its other tabs and earlier visits. */
export async function allUnsent(accountId: string): Promise<readonly UnsentAnswer[]> {
  const unreadable: UnsentAnswer[] = [];
  const found = new Map<string, UnsentAnswer>();
  for (const { assessmentId, address, kept } of await unsentOnDevice(accountId)) {
    const read = readKept(kept);
    // What a page knows of the same answer is something else.
    if (read === UNREADABLE) unreadable.push({ assessmentId, words: JSON.stringify(kept), isKept: true });
    else
      found.set(`${assessmentId} ${address}`, {
        assessmentId,
        words: JSON.stringify(newestOf(read)),
        isKept: true,
      });
  }
  for (const { assessmentId, unsent } of unkeptOf(accountId))
    found.set(`${assessmentId} ${unsent.address}`, {
      assessmentId,
      words: JSON.stringify(newestOf(unsent)),
      isKept: false,
    });
  for (const { assessmentId, saver, tell } of openSaversOf(accountId))
    for (const each of saver.unsent())
      found.set(`${assessmentId} ${each.address}`, { assessmentId, words: tell(each), isKept: saver.isKept });
  return [...found.values(), ...unreadable];
}
