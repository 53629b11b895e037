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

/** An outbox that was opened on this page. */
interface PageOutbox {
  readonly accountId: string;
  readonly assessmentId: string;
  readonly outbox: DeviceOutbox;
  readonly talk: TabTalk;
}

/** What the page alone has lives as long as it does, wherever in the app one goes meanwhile. */
let ofThisPage: readonly PageOutbox[] = [];

/** Looks what an earlier visit, or another tab, has left unsent. Never rejects. */
export async function openOutbox(accountId: string, assessmentId: string): Promise<OpenOutbox> {
  const known = ofThisPage.find((each) => each.accountId === accountId && each.assessmentId === assessmentId);
  const { outbox, talk } = known ?? add(accountId, assessmentId);
  return { outbox, talk, unsent: await outbox.load() };
}

function add(accountId: string, assessmentId: string): PageOutbox {
  const talk = new TabTalk(accountId, assessmentId);
  const outbox = new DeviceOutbox(THIS_DEVICE, accountId, assessmentId, talk);
  const added = { accountId, assessmentId, outbox, talk };
  ofThisPage = [...ofThisPage, added];
  return added;
}

/** Whether the page alone has something, whosever it is. */
export function isAnythingUnkept(): boolean {
  return ofThisPage.some(({ outbox }) => outbox.unkept().length > 0);
}

/** What of a person's would be lost with this page: the device does not keep it. */
export function unkeptOf(
  accountId: string,
): readonly { readonly assessmentId: string; readonly unsent: Unsent }[] {
  return ofThisPage
    .filter((each) => each.accountId === accountId)
    .flatMap(({ assessmentId, outbox }) => outbox.unkept().map((unsent) => ({ assessmentId, unsent })));
}

/** Lets go of what the page alone has of a person: they have gone, knowing of it. */
export function forgetUnkept(accountId: string): void {
  ofThisPage = ofThisPage.filter((each) => each.accountId !== accountId);
}
