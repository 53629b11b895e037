import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { launchProfile } from './support/browser.js';
import { asScript, EmptyPage } from './support/in-browser.js';
import type * as Outboxes from './support/outbox-in-browser.js';

let folder: string;
let site: EmptyPage;
let script: string;
let context: BrowserContext;

beforeAll(async () => {
  [site, script] = await Promise.all([EmptyPage.serve(), asScript('outbox-in-browser.ts', 'outboxes')]);
}, 120_000);

afterAll(() => site?.close());

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kilim-profile-'));
  context = await launchProfile(folder);
}, 60_000);

afterEach(async () => {
  await context?.close();
  await rm(folder, { recursive: true, force: true });
});

declare global {
  /** What each tab has at hand. */
  interface Window {
    outboxes: typeof Outboxes;
    outbox: InstanceType<typeof Outboxes.DeviceOutbox>;
    heard: string[];
    /** Ends what keeps others from the store. */
    letGo(): Promise<unknown>;
    save(saveId: string, value: string): Parameters<typeof Outboxes.written>[1];
  }
}

/** A window with the outbox of one person in one assessment. */
async function tab(account = 'me', assessment = 'a', before?: () => void): Promise<Page> {
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(site.origin);
  await page.evaluate(script);
  await page.evaluate(
    ([account, assessment]) => {
      const { Device, DeviceOutbox, TabTalk } = window.outboxes;
      const talk = new TabTalk(account, assessment);
      talk.open();
      window.outbox = new DeviceOutbox(new Device(), account, assessment, talk);
      window.heard = [];
      window.outbox.onElsewhere((address, kept) => {
        window.heard.push(`${address}: ${JSON.stringify(kept?.next ?? kept?.sending ?? null)}`);
      });
      window.save = (saveId, value) => ({
        ...{ kind: 'set', saveId, questionId: 'q-1', instanceId: '', baseRevision: 0, value },
        ...{ language: 'en', textRevision: 'a'.repeat(64) },
      });
    },
    [account, assessment] as const,
  );
  return page;
}

const ID = '01890000-0000-7000-8000-00000000000';

/** Keeps a change of an answer; says what is kept of all, and how far it survives. */
function keep(page: Page, address: string, value: string, id = `${ID}1`): Promise<string> {
  return page.evaluate(
    async ([address, value, id]) => {
      const { outbox, outboxes, save } = window;
      const after = await outbox.step(address, outboxes.written(address, save(id, value), 0));
      return `${outbox.keeping}: ${String(after?.next?.kind === 'set' && after.next.value)}`;
    },
    [address, value, id] as const,
  );
}

function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const unsent = await window.outbox.load();
    return unsent.map(({ address, next, sending }) => {
      const newest = next ?? sending;
      return `${address}=${String(newest?.kind === 'set' && newest.value)}`;
    });
  });
}

describe('an outbox on the device', () => {
  it('gives back what it was given, oldest first, also to another page', async () => {
    const page = await tab();
    expect(await keep(page, 'q2', 'later', `${ID}2`)).toBe('kept: later');
    await keep(page, 'q1', 'sooner', `${ID}1`);
    await page.close();
    expect(await kept(await tab())).toEqual(['q1=sooner', 'q2=later']);
  });

  it('keeps accounts and assessments apart', async () => {
    await keep(await tab(), 'q', 'mine');
    expect(await kept(await tab('you'))).toEqual([]);
    expect(await kept(await tab('me', 'b'))).toEqual([]);
  });

  it('lets two tabs change one answer one after the other, and tells each of the other', async () => {
    const [one, other] = [await tab(), await tab()];
    await Promise.all([keep(one, 'q', 'one', `${ID}1`), keep(other, 'q', 'other', `${ID}2`)]);
    await one.evaluate((id) => {
      const { outbox, outboxes } = window;
      return outbox.step('q', outboxes.taken).then(() => outbox.step('q', outboxes.acknowledged(id, 1)));
    }, `${ID}1`);
    const [here, there] = [await kept(one), await kept(other)];
    expect(here).toEqual(there);
    await other.waitForFunction(() => window.heard.length >= 2);
    expect(await one.evaluate(() => window.heard.length)).toBeGreaterThan(0);
  });

  it('leaves alone what it cannot read, whatever is done at that answer, and says so', async () => {
    const page = await tab();
    await keep(page, 'q', 'mine', `${ID}1`);
    await page.evaluate(async () => {
      const device = new window.outboxes.Device();
      await device.withStore((database) => database.put('unsent', { half: true }, ['me', 'a', 'q-other']));
    });
    expect(await kept(page)).toEqual(['q=mine']);
    expect(await keep(page, 'q-other', 'typed', `${ID}2`)).toBe('partly: typed');
    expect(await keep(page, 'q', 'mine too', `${ID}3`)).toBe('partly: mine too');
    const onDevice = () =>
      page.evaluate(() =>
        new window.outboxes.Device().withStore((database) => database.get('unsent', ['me', 'a', 'q-other'])),
      );
    expect(await onDevice()).toEqual({ half: true });
    // The program that wrote it has sent it.
    await page.evaluate(() =>
      new window.outboxes.Device().withStore((database) => database.delete('unsent', ['me', 'a', 'q-other'])),
    );
    expect(await kept(page)).toEqual(['q-other=typed', 'q=mine too']);
    expect(await keep(page, 'q', 'mine again', `${ID}4`)).toBe('kept: mine again');
    expect(await kept(await tab())).toEqual(['q-other=typed', 'q=mine again']);
  });

  it('goes on when the browser takes the store away behind its back, with all that the page knows', async () => {
    const page = await tab();
    await keep(page, 'q1', 'before', `${ID}1`);
    const wire = await context.newCDPSession(page);
    await wire.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
    await untilKept(() => keep(page, 'q2', 'after', `${ID}2`));
    expect(await kept(await tab())).toEqual(['q1=before', 'q2=after']);
    await wire.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
    const sending = await page.evaluate(async () => {
      const taken = await window.outbox.step('q1', window.outboxes.taken);
      return taken?.sending?.saveId;
    });
    expect(sending).toBe(`${ID}1`);
  });

  it('puts nothing in the place of what another tab has written since, where the browser closed the store meanwhile', async () => {
    const [one, other, newer] = [await tab(), await tab(), await tab()];
    await keep(one, 'q', 'before', `${ID}1`);
    await other.waitForFunction(() => window.heard.length > 0);
    // As browsers do to pages in the background.
    await newer.evaluate(async () => {
      const remaking = indexedDB.open('kilim', 2);
      remaking.onupgradeneeded = () => remaking.transaction?.abort();
      await new Promise((resolve) => (remaking.onerror = resolve));
    });
    await keep(other, 'q', 'after', `${ID}2`);
    await one.waitForFunction(() => window.heard.length > 0);
    expect([await kept(one), await kept(other), await kept(await tab())]).toEqual(Array(3).fill(['q=after']));
  });
});

/** Writes until the device has kept it: while a browser takes the store away there may be none to be had for a moment. */
async function untilKept(write: () => Promise<string>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await write()).startsWith('kept: ')) {
    if (Date.now() > end) throw new Error('The device keeps nothing any more.');
    await pause(50);
  }
}

/** Waits until the device keeps again what is done, and the page has heard of what it had not read there. */
async function untilItAnswers(page: Page): Promise<void> {
  await page.waitForFunction(
    () => window.outbox.keeping === 'kept' && window.heard.some((each) => each.startsWith('q-before: {')),
  );
}

describe('a device that keeps nothing', () => {
  it('is told: what is newest lives as long as the page', async () => {
    const page = await tab('me', 'a', () => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
    expect(await keep(page, 'q', 'words')).toBe('unavailable: words');
    expect(await kept(page)).toEqual(['q=words']);
  });

  it('because it does not answer, is told, and catches up once it does, over nothing that it has not read', async () => {
    const holder = await tab();
    await keep(holder, 'q', 'of an earlier visit', `${ID}0`);
    await keep(holder, 'q-before', 'of an earlier visit', `${ID}1`);
    // A newer program that is stuck while it remakes the store: whoever asks for it waits.
    await holder.evaluate(async () => {
      const store = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('kilim');
        opening.onsuccess = () => resolve(opening.result);
      });
      const remaking = indexedDB.open('kilim', 2);
      remaking.onupgradeneeded = () => remaking.transaction?.abort();
      const givenUp = new Promise((resolve) => (remaking.onerror = resolve));
      window.letGo = () => {
        store.close();
        return givenUp;
      };
    });
    const page = await tab();
    expect(await kept(page)).toEqual([]);
    expect(await keep(page, 'q', 'saved at once', `${ID}2`)).toBe('unavailable: saved at once');
    await page.evaluate(async (id) => {
      const { outbox, outboxes } = window;
      await outbox.step('q', outboxes.taken);
      await outbox.step('q', outboxes.acknowledged(id, 1));
    }, `${ID}2`);
    expect(await keep(page, 'q-next', 'words', `${ID}3`)).toBe('unavailable: words');
    await holder.evaluate(() => window.letGo());
    await untilItAnswers(page);
    expect(await keep(page, 'q-last', 'more', `${ID}4`)).toBe('kept: more');
    expect(await kept(await tab())).toEqual([
      'q=of an earlier visit',
      'q-before=of an earlier visit',
      'q-next=words',
      'q-last=more',
    ]);
  });

  it('because it never comes to an end with what it was asked, is told, holds nobody up, and catches up', async () => {
    const holder = await tab();
    await keep(holder, 'q-before', 'of an earlier visit', `${ID}1`);
    // Somebody who is at work in it for ever: whoever wants something else waits.
    await holder.evaluate(async () => {
      const { Device } = window.outboxes;
      let isOver = false;
      window.letGo = () => Promise.resolve((isOver = true));
      const begun = new Promise<void>((resolve) => {
        void new Device().withStore(async (database) => {
          const { store } = database.transaction('unsent', 'readwrite');
          while (!isOver) {
            await store.count();
            resolve();
          }
        });
      });
      await begun;
    });
    const page = await tab();
    expect(await keep(page, 'q', 'words', `${ID}2`)).toBe('unavailable: words');
    const begin = Date.now();
    expect(await kept(page)).toEqual(['q=words']);
    expect(await keep(page, 'q', 'other words', `${ID}3`)).toBe('unavailable: other words');
    expect(Date.now() - begin).toBeLessThan(2000);
    await holder.evaluate(() => window.letGo());
    await untilItAnswers(page);
    expect(await kept(await tab())).toEqual(['q-before=of an earlier visit', 'q=other words']);
  });

  it('because it is full, is told, and catches up as soon as there is room, and other tabs hear of it', async () => {
    const [page, other] = [await tab(), await tab()];
    const wire = await context.newCDPSession(page);
    await wire.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 100 });
    // So much that the browser looks how much room there is.
    const long = 'x'.repeat(20_000_000);
    expect((await keep(page, 'q1', long, `${ID}1`)).slice(0, 10)).toBe('full: xxxx');
    expect(await keep(page, 'q2', 'short', `${ID}2`)).toBe('full: short');
    expect(await keep(page, 'q1', 'not so long', `${ID}3`)).toBe('full: not so long');
    await wire.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
    expect(await keep(page, 'q3', 'new', `${ID}4`)).toBe('kept: new');
    expect(await kept(await tab())).toEqual(['q2=short', 'q1=not so long', 'q3=new']);
    await other.waitForFunction(() =>
      ['q1', 'q2', 'q3'].every((address) => window.heard.some((each) => each.startsWith(address))),
    );
  });

  it('because it is full, catches up with nothing older than what another tab has kept there since', async () => {
    const [page, other] = [await tab(), await tab()];
    const wire = await context.newCDPSession(page);
    await wire.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 100 });
    expect(await keep(page, 'q', 'x'.repeat(20_000_000), `${ID}1`)).toMatch(/^full/);
    await wire.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
    expect(await keep(other, 'q', 'after', `${ID}2`)).toBe('kept: after');
    await page.waitForFunction(() => window.heard.length > 0);
    expect([await kept(page), await kept(other)]).toEqual([['q=after'], ['q=after']]);
  });
});

describe('the lead among tabs', () => {
  const enter = async (page: Page): Promise<void> => {
    await page.evaluate(() => {
      window.outboxes.takeLead('work', (isLeading) => {
        document.title = isLeading ? 'leads' : 'follows';
      });
    });
  };
  const becomes = (page: Page, title: 'leads' | 'follows') =>
    page.waitForFunction((title) => document.title === title, title);
  /** As if its window were put away, or shown again: the browser of a test shows all. */
  const show = (page: Page, visibility: DocumentVisibilityState) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);

  it('goes to the one that was opened last, and back when that one ends', async () => {
    const one = await tab();
    await enter(one);
    await becomes(one, 'leads');
    const other = await tab();
    await enter(other);
    await becomes(other, 'leads');
    await becomes(one, 'follows');
    await other.close();
    await becomes(one, 'leads');
  });

  it('goes from one that is put away to one that is seen, and not to one that is not', async () => {
    const [hidden, seen, last] = [await tab(), await tab(), await tab()];
    await show(hidden, 'hidden');
    await enter(hidden);
    await becomes(hidden, 'leads');
    // One after the other: of two that ask at once either may come first.
    for (const page of [seen, last]) {
      await enter(page);
      await becomes(page, 'leads');
    }
    await show(last, 'hidden');
    await becomes(seen, 'leads');
    await becomes(last, 'follows');
    // Whoever waits longest comes first when it ends.
    await show(last, 'visible');
    await becomes(last, 'leads');
    await last.close();
    await becomes(seen, 'leads');
    await becomes(hidden, 'follows');
  });

  it('stays where nobody else is seen', async () => {
    const page = await tab();
    await enter(page);
    await becomes(page, 'leads');
    await show(page, 'hidden');
    await page.waitForTimeout(200);
    await becomes(page, 'leads');
  });
});
