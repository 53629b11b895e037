import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { keysKept, untilKept, untilProgramKept } from './support/device.js';
import { DATABASES, inFull } from './support/effort.js';
import { cutNetwork, expectValue, field, openSection, question, savedAt } from './support/form.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor } from './support/visitor.js';

/** Longer than any round of the demo is open. */
const YEAR_MS = 366 * 24 * 3_600_000;

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

const arrive = () => Visitor.arrive(browser, server.origin);
const startOn = (database: (typeof DATABASES)[number]) =>
  database === 'SQLite' ? DemoServer.start() : DemoServer.onPostgres();

describe.each(DATABASES)('on %s,', (database) => {
  beforeAll(async () => {
    server = await startOn(database);
  }, 180_000);

  afterAll(async () => {
    await server?.stop();
  });

  describe('what is typed', () => {
    it('outlives a tab that dies in mid-sentence', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'COM');
      const { page } = visitor;
      const section = page.url();
      await field(page, 'COM.N').pressSequentially('Half a sen');
      await untilKept(page, 'unsent', 'Half a sen');
      const wire = await page.context().newCDPSession(page);
      const dying = page.waitForEvent('crash');
      // A page that dies answers nothing.
      void wire.send('Page.crash').catch(() => undefined);
      await dying;
      const next = await page.context().newPage();
      await next.goto(section);
      await question(next, 'COM.N').waitFor();
      expect(await field(next, 'COM.N').inputValue()).toContain('Half a sen');
      await savedAt(next, 'COM.N')
        .getByText(/^Saved/)
        .waitFor();
      await visitor.leave();
    });

    it('waits for the network, says so, survives a reload of the page and arrives', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'COM');
      const { page } = visitor;
      await cutNetwork(page.context(), true);
      await field(page, 'COM.N').fill('Written in a tunnel');
      await question(page, 'COM.2').getByRole('radio').first().check();
      await visitor.expectToRead('2 answers are waiting for the network');
      await savedAt(page, 'COM.N').getByText('Kept on this device; waiting for the network').waitFor();
      await visitor.expectAccessible();
      await cutNetwork(page.context(), false);
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await question(page, 'COM.N').waitFor();
      expect(await field(page, 'COM.N').inputValue()).toBe('Written in a tunnel');
      // What comes back from the device looks for the server again after a pause, unless it got there before the reload.
      await savedAt(page, 'COM.N')
        .getByText(/^Saved/)
        .waitFor({ timeout: 60_000 });
      await visitor.leave();
    });

    inFull('goes to the server from whichever of two tabs, and both show it', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'COM');
      const { page } = visitor;
      const second = await page.context().newPage();
      await second.goto(page.url());
      await question(second, 'COM.N').waitFor();
      await field(page, 'COM.N').fill('From the first tab');
      await savedAt(page, 'COM.N')
        .getByText(/^Saved/)
        .waitFor();
      await second.waitForFunction(
        () =>
          document.querySelector<HTMLTextAreaElement>('[id="COM.N"] textarea')?.value ===
          'From the first tab',
      );
      await visitor.leave();
    });

    it('is closed at the deadline in a page that is open: it says so, and can only be read from then on', async () => {
      const visitor = await arrive();
      const { page } = visitor;
      await page.clock.install();
      await openSection(visitor, server, 'COM');
      expect(await field(page, 'COM.N').isEditable()).toBe(true);
      await page.clock.fastForward(YEAR_MS);
      const word = page.getByRole('dialog', { name: /^The deadline has passed/ });
      await word.waitFor();
      await visitor.expectAccessible();
      await word.getByRole('button', { name: 'Close' }).last().click();
      expect(await field(page, 'COM.N').isEditable()).toBe(false);
      await visitor.leave();
    });
  });

  describe('what the server does not take', () => {
    it('stays in the field, where it says so, until it is mended', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'COM');
      const { page } = visitor;
      await field(page, 'COM.N').evaluate((area) => {
        area.removeAttribute('maxlength');
      });
      await field(page, 'COM.N').fill('x'.repeat(20_001));
      await question(page, 'COM.N')
        .getByRole('alert')
        .getByText(/Not saved: .* too long/)
        .waitFor();
      expect((await field(page, 'COM.N').inputValue()).length).toBe(20_001);
      await visitor.expectToRead(/One answer is not saved/);
      await field(page, 'COM.N').fill('x'.repeat(200));
      await savedAt(page, 'COM.N')
        .getByText(/^Saved/)
        .waitFor();
      await visitor.leave();
    });
  });

  describe('a session that ends while somebody works', () => {
    inFull('loses nothing: signing in again on the spot sends what was typed meanwhile', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'EDU');
      const { page } = visitor;
      await page.context().clearCookies();
      await field(page, 'EDU.N').fill('Typed after the session had ended');
      const dialog = page.getByRole('dialog', { name: 'Sign in again' });
      await dialog.waitFor();
      await visitor.expectAccessible();
      await dialog.getByLabel('Password').fill(server.account('cityLead', 'Linnesund').password);
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await savedAt(page, 'EDU.N')
        .getByText(/^Saved/)
        .waitFor();
      await visitor.leave();
    });

    it('keeps it for the same person and no one else', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'EDU');
      const { page } = visitor;
      const section = page.url();
      await page.context().clearCookies();
      await field(page, 'EDU.N').fill('For nobody else');
      const dialog = page.getByRole('dialog', { name: 'Sign in again' });
      await dialog.getByRole('button', { name: /^Not / }).click();
      await visitor.expectToRead(/are kept on this device/);
      await visitor.expectAccessible();
      await visitor.signIn(server.account('cityContributor', 'Linnesund'));
      await page.goto(section);
      await question(page, 'EDU.N').waitFor();
      expect(await field(page, 'EDU.N').inputValue()).not.toBe('For nobody else');
      await askToSignOut(page);
      await visitor.signIn(server.account('cityLead', 'Linnesund'));
      await page.goto(section);
      await savedAt(page, 'EDU.N')
        .getByText(/^Saved/)
        .waitFor();
      expect(await field(page, 'EDU.N').inputValue()).toBe('For nobody else');
      await visitor.leave();
    });

    it('does not let one person’s answers go under the name of the next who signs in', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'EDU');
      const { page } = visitor;
      const { email, password } = server.account('cityContributor', 'Linnesund');
      // As if signing in elsewhere in this browser had not been heard of here.
      await page.context().request.post(`${server.origin}/api/session`, { data: { email, password } });
      await field(page, 'EDU.N').fill('Whose is it?');
      await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
      await visitor.leave();
    });

    it('nor what is typed while the next one signs in in another window', async () => {
      const visitor = await arrive();
      const { page: signingIn } = visitor;
      const [lead, helper] = [
        server.account('cityLead', 'Linnesund'),
        server.account('cityContributor', 'Linnesund'),
      ];
      await visitor.open('/survey/');
      // As if the lead had signed in at the dashboard: no window of the form hears of that.
      const { email, password } = lead;
      await signingIn.context().request.post(`${server.origin}/api/session`, { data: { email, password } });
      const page = await signingIn.context().newPage();
      await page.goto(`${server.origin}/survey/`);
      await page.waitForURL('**/assessments/*');
      await page.goto(`${page.url().replace(/\/$/, '')}/sections/EDU`);
      await question(page, 'EDU.1').locator('.q__foot').waitFor();
      const saved: Promise<string>[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith('/answer-events') && response.ok()) saved.push(response.text());
      });
      const typing = field(page, 'EDU.N').pressSequentially('Typed by the lead', {
        delay: 100,
        timeout: 5000,
      });
      await Promise.all([
        typing.catch(() => 'The page gave way to the next person.'),
        visitor.signIn(helper),
      ]);
      const { name = '' } = helper;
      await page.getByText(name).first().waitFor();
      // What goes off as the page gives way has its reply by then.
      await page.waitForTimeout(1000);
      expect((await Promise.all(saved)).filter((reply) => reply.includes(name))).toEqual([]);
      await visitor.leave();
    });
  });

  describe('two people at one answer', () => {
    inFull(
      'lose nothing: who was offline takes the other’s answer, their own words stand in the history, and come back from it',
      async () => {
        const [lead, helper] = [await arrive(), await arrive()];
        await openSection(lead, server, 'EDU');
        await openSection(helper, server, 'EDU', 'cityContributor');
        await field(lead.page, 'EDU.N').fill('Known to both');
        await expectValue(helper.page, 'EDU.N', 'Known to both');

        await cutNetwork(lead.page.context(), true);
        await field(lead.page, 'EDU.N').fill('Written on the train');
        await field(lead.page, 'EDU.5').fill('17');
        await lead.expectToRead('2 answers are waiting for the network');
        // That what stood there before is saved the page may say for a moment more.
        const saved = helper.page.waitForResponse(/answer-events$/);
        await field(helper.page, 'EDU.N').fill('From the schools office');
        expect((await saved).status()).toBe(201);
        await cutNetwork(lead.page.context(), false);

        const choice = lead.page.getByRole('dialog');
        await choice.getByText('From the schools office').waitFor();
        await choice.getByText('Written on the train').waitFor();
        await choice.getByRole('button', { name: 'Take theirs' }).press('Enter');
        await choice.waitFor({ state: 'detached' });
        await expectValue(lead.page, 'EDU.N', 'From the schools office');
        await expectValue(helper.page, 'EDU.5', '17');
        const shown = question(lead.page, 'EDU.N');
        await shown.getByRole('button', { name: 'History' }).click();
        const timeline = shown.locator('.timeline');
        for (const words of ['From the schools office', 'Written on the train', 'Known to both'])
          await timeline.getByText(words).first().waitFor();
        await lead.expectAccessible();
        await timeline.getByRole('button', { name: 'Bring this back: Written on the train' }).first().click();
        await expectValue(helper.page, 'EDU.N', 'Written on the train');
        await lead.leave();
        await helper.leave();
      },
    );
  });

  describe('signing out with answers that are not saved', () => {
    it('says which, saves them as a file, and leaves nothing behind once they are thrown away', async () => {
      const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE, colorScheme: 'dark' });
      await openSection(visitor, server, 'NEI');
      const { page } = visitor;
      await page.context().route('**/answer-events', (route) => route.abort());
      await field(page, 'NEI.N').fill('Never sent');
      await untilKept(page, 'unsent', 'Never sent');
      await askToSignOut(page);
      const dialog = page.getByRole('dialog', { name: 'One answer has not reached the server yet' });
      await dialog.waitFor();
      await visitor.expectAccessible();
      await visitor.expectToFit();
      await visitor.picture('sign-out-phone-dark');
      const saving = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download them' }).click();
      const text = await readFile(await (await saving).path(), 'utf8');
      expect(text).toMatch(/NEI\.N .*\n {2}Never sent/);
      await dialog.getByRole('button', { name: 'Throw them away and sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await keysKept(page)).toEqual([]);
      await visitor.leave();
    });

    inFull('waits, if one likes, until they have arrived', async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'NEI');
      const { page } = visitor;
      await page.context().route('**/answer-events', (route) => route.abort());
      await field(page, 'NEI.N').fill('Sent in the end');
      await untilKept(page, 'unsent', 'Sent in the end');
      await askToSignOut(page);
      await page.getByRole('dialog').waitFor();
      await page.context().unroute('**/answer-events');
      const settled = page.getByRole('dialog', { name: 'Everything has reached the server' });
      await settled.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await keysKept(page)).toEqual([]);
      await visitor.leave();
    });
  });

  describe('a device that keeps nothing', () => {
    it('because the browser lets nothing be kept: the page says so and saves all the same', async () => {
      const visitor = await arrive();
      await visitor.page.addInitScript(() => {
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      });
      await openSection(visitor, server, 'PUB');
      const { page } = visitor;
      await visitor.expectToRead('This browser keeps nothing on the device');
      await visitor.expectAccessible();
      await question(page, 'PUB.2').getByRole('radio').first().check();
      await savedAt(page, 'PUB.2')
        .getByText(/^Saved/)
        .waitFor();
      await visitor.leave();
    });

    inFull('because it is full: the page warns before it is closed, and saves all the same', async () => {
      const visitor = await arrive();
      const { page } = visitor;
      const wire = await page.context().newCDPSession(page);
      await wire.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 100 });
      await openSection(visitor, server, 'PUB');
      // The browser looks only once in a while how much room there still is.
      while (!(await page.evaluate(fillDevice))) await page.waitForTimeout(500);
      await cutNetwork(page.context(), true);
      await field(page, 'PUB.N').fill('No room for this');
      await visitor.expectToRead('There is no room left on this device');
      await savedAt(page, 'PUB.N').getByText('Not saved yet: keep this page open').waitFor();
      await visitor.expectAccessible();
      const asked = page.waitForEvent('dialog');
      const closing = page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await closing;
      await cutNetwork(page.context(), false);
      await savedAt(page, 'PUB.N')
        .getByText(/^Saved/)
        .waitFor();
      await visitor.leave();
    });
  });
});

describe.each(DATABASES)('a newer program on %s', (database) => {
  let renewed: DemoServer | undefined;

  afterAll(async () => {
    await renewed?.stop();
  });

  inFull(
    'is offered, not forced, and taking it in mid-sentence loses nothing, with a network and without',
    async () => {
      renewed = await startOn(database);
      // While the server is being replaced there is none.
      const visitor = await Visitor.arrive(browser, renewed.origin, { serverGoes: true });
      await openSection(visitor, renewed, 'EDU');
      const { page } = visitor;
      await untilProgramKept(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await question(other, 'EDU.N').waitFor();
      await page.bringToFront();
      await renewed.renewForm();
      await field(page, 'EDU.N').fill('');
      await field(page, 'EDU.N').pressSequentially('Half a sen');
      await page.evaluate(lookForNewer);
      const offer = page.getByRole('complementary', { name: 'A newer version' });
      await offer.waitFor();
      await visitor.expectAccessible();
      expect(await page.evaluate(programRunning)).toBe('older');
      await field(page, 'EDU.N').pressSequentially('tence');
      await page.context().route('**/answer-events', (route) => route.abort());
      // Nobody is asked whether to leave: all that was typed goes along.
      await offer.getByRole('button', { name: 'Use it now' }).click();
      await page.waitForFunction(() => document.documentElement.dataset['program'] === 'newer');
      await question(page, 'EDU.N').waitFor();
      expect(await field(page, 'EDU.N').inputValue()).toBe('Half a sentence');
      await page.context().unroute('**/answer-events');
      await savedAt(page, 'EDU.N')
        .getByText(/^Saved/)
        .waitFor();
      // The other window goes on with what it runs, until somebody takes the newer one there.
      expect(await other.evaluate(programRunning)).toBe('older');
      await expectValue(other, 'EDU.N', 'Half a sentence');
      // Words that are no answer yet would not: then one is asked.
      await other.bringToFront();
      await other.getByRole('button', { name: 'Does not apply to us' }).first().click();
      await other.getByLabel('Why does this not apply to your city?').fill('The region runs the schools');
      const asked = other.waitForEvent('dialog');
      const taking = other.getByRole('button', { name: 'Use it now' }).click();
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await taking;
      expect(await other.evaluate(programRunning)).toBe('older');
      await other.getByRole('button', { name: 'Cancel' }).click();
      await field(other, 'EDU.N').fill('A whole sentence');
      await other.getByRole('button', { name: 'Use it now' }).click();
      await other.waitForFunction(() => document.documentElement.dataset['program'] === 'newer');
      await expectValue(other, 'EDU.N', 'A whole sentence');
      await visitor.leave();
    },
  );
});

async function askToSignOut(page: Page): Promise<void> {
  await page.locator('summary.me').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

/** Tries to keep much; answers whether there was no room for it. */
async function fillDevice(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('filling');
    opening.onupgradeneeded = () => opening.result.createObjectStore('much');
    opening.onsuccess = () => resolve(opening.result);
  });
  const isFull = await new Promise<boolean>((resolve) => {
    const writing = database.transaction('much', 'readwrite');
    writing.objectStore('much').put('x'.repeat(20_000_000), 'x');
    writing.onabort = () => resolve(true);
    writing.oncomplete = () => resolve(false);
  });
  database.close();
  return isFull;
}

/** Has the browser ask for a newer program, as the page does when it is looked at again. */
async function lookForNewer(): Promise<void> {
  await (await navigator.serviceWorker.ready).update();
}

function programRunning(): string {
  return document.documentElement.dataset['program'] ?? 'older';
}
