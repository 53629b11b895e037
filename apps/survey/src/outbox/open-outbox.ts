import { THIS_DEVICE } from '../device/this-device.js';
import { DeviceOutbox } from './device-outbox.js';
import type { Outbox } from './outbox.js';
import { TabTalk } from './tab-talk.js';
import type { Unsent } from './unsent.js';

/** The outbox of one person in one assessment, with what lies in it, and the way to the person's other tabs. */
export interface OpenOutbox {
  readonly outbox: Outbox;
  readonly talk: TabTalk;
  readonly unsent: readonly Unsent[];
}

/** Looks what an earlier visit, or another tab, has left unsent. Never rejects. */
export async function openOutbox(accountId: string, assessmentId: string): Promise<OpenOutbox> {
  const talk = new TabTalk(accountId, assessmentId);
  const outbox = new DeviceOutbox(THIS_DEVICE, accountId, assessmentId, talk);
  return { outbox, talk, unsent: await outbox.load() };
}
