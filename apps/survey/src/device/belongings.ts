import type { Address } from '@kilim/indicators';
import { beginningWith, isSilent, PARTS, unsentIn, type DeviceWork } from './device-database.js';
import { THIS_DEVICE } from './this-device.js';

/** What one person has not sent yet of one answer. */
export interface Left {
  readonly assessmentId: string;
  readonly address: Address;
  /** As it lies there: another version of the program may have written it. */
  readonly kept: unknown;
}

/** What a person has left unsent on this device; nothing where the device keeps nothing. */
export async function unsentOnDevice(accountId: string): Promise<readonly Left[]> {
  const left: Left[] = [];
  await withDevice(async (database) => {
    for (const [[, assessmentId, address], kept] of await unsentIn(database, beginningWith(accountId)))
      left.push({ assessmentId, address, kept });
  });
  return left;
}

/** Whether somebody, whoever it is, has left something unsent on this device. */
export async function isAnythingUnsent(): Promise<boolean> {
  let count = 0;
  await withDevice(async (database) => {
    count = (await database.count('unsent')) + (await database.count('parcels'));
  });
  return count > 0;
}

/**
 * Leaves nothing of a person on this device, or only what they have not sent yet: where the store does not answer, as soon
 * as it does.
 */
export async function forgetPerson(accountId: string, keep: 'nothing' | 'unsent'): Promise<void> {
  const parts = keep === 'nothing' ? PARTS : (['copies'] as const);
  await forget(async (database) => {
    for (const part of parts) await database.delete(part, beginningWith(accountId));
  });
}

/** Leaves of other people only what they have not sent yet: somebody has signed in. */
export async function forgetOthers(accountId: string): Promise<void> {
  await forget(async (database) => {
    const own = beginningWith(accountId);
    for (const key of await database.getAllKeys('copies'))
      if (!own.includes(key)) await database.delete('copies', key);
  });
}

async function forget(work: DeviceWork<void>): Promise<void> {
  await withDevice(work, () => {
    void THIS_DEVICE.answered().then(() => forget(work));
  });
}

/** A device that keeps nothing has nothing to look at or to forget. */
async function withDevice(work: DeviceWork<void>, onSilence?: () => void): Promise<void> {
  try {
    await THIS_DEVICE.withStore(work);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (isSilent(error)) onSilence?.();
  }
}
