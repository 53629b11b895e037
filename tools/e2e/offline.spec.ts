import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { ANSWERING, cutNetwork, field, openSection, question, savedAt } from './support/form.js';
import { DemoServer } from './support/server.js';
import { Visitor } from './support/visitor.js';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('lets an assessment be read and answered after a reload without a server, and sends it all later', async () => {
  const visitor = await Visitor.arrive(browser, server.origin);
  await openSection(visitor, server, 'COM');
  const { page } = visitor;
  await page.evaluate(isKeptReady);
  await field(page, 'COM.N').fill('Known to the server');
  await savedAt(page, 'COM.N')
    .getByText(/^Saved/)
    .waitFor();
  await copied(page, 'Known to the server');
  await server.goAway();
  page.on('dialog', (dialog) => void dialog.accept());
  await question(page, 'COM.2').getByRole('radio').nth(1).check();
  await savedAt(page, 'COM.2').getByText('Kept on this device; waiting for the network').waitFor();
  await page.reload();
  await question(page, 'COM.N').waitFor();
  await visitor.expectToRead('Without a network');
  expect(await field(page, 'COM.N').inputValue()).toBe('Known to the server');
  expect(await question(page, 'COM.2').getByRole('radio').nth(1).isChecked()).toBe(true);
  await field(page, 'COM.N').fill('Written in the mountains');
  await visitor.expectToRead(/waiting for the network/);
  await visitor.expectAccessible();
  await visitor.picture('offline');
  await server.comeBack();
  await visitor.expectToRead(/^Saved on the server/);
  await page.getByText('Without a network').waitFor({ state: 'detached' });
  await visitor.leave();
}, 120_000);

it('keeps nothing of a person once they have signed out, and the program all the same', async () => {
  const visitor = await Visitor.arrive(browser, server.origin);
  await openSection(visitor, server, 'COM');
  const { page } = visitor;
  await page.evaluate(isKeptReady);
  await page.locator('summary.me').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(copies)).toBe('[]');
  await visitor.leave();
});

it('brings two people together: who is where, what the other answers, and a choice where both changed the same', async () => {
  const [lead, helper] = [
    await Visitor.arrive(browser, server.origin),
    await Visitor.arrive(browser, server.origin),
  ];
  await openSection(lead, server, 'EDU');
  await openSection(helper, server, 'EDU', 'cityContributor');
  const names = { lead: nameOf('cityLead'), helper: nameOf('cityContributor') };
  await lead.expectToRead(`Here now: ${names.helper}`);
  await helper.expectToRead(`Here now: ${names.lead}`);

  await field(helper.page, 'EDU.N').fill('From the schools office');
  await expectValue(lead.page, 'EDU.N', 'From the schools office');
  await lead.expectToRead(new RegExp(`^${names.helper} changed, `));
  await lead.expectAccessible();
  await lead.picture('together');

  await cutNetwork(lead.page.context(), true);
  await field(lead.page, 'EDU.N').fill('Written on the train');
  await field(lead.page, 'EDU.5').fill('17');
  await lead.expectToRead('2 answers are waiting for the network');
  await field(helper.page, 'EDU.N').fill('Corrected by the schools office');
  await field(helper.page, 'EDU.6').fill('23');
  await helper.expectToRead(/^Saved on the server/);
  await cutNetwork(lead.page.context(), false);

  const choice = lead.page.getByRole('dialog');
  await choice.getByText('Corrected by the schools office').waitFor();
  await choice.getByText('Written on the train').waitFor();
  await lead.expectAccessible();
  await lead.picture('conflict');
  await choice.getByRole('button', { name: 'Keep mine' }).press('Enter');
  await choice.waitFor({ state: 'detached' });
  await expectValue(helper.page, 'EDU.N', 'Written on the train');
  await expectValue(helper.page, 'EDU.5', '17');
  await expectValue(lead.page, 'EDU.6', '23');
  await question(lead.page, 'EDU.N').getByRole('button', { name: 'History' }).click();
  await question(lead.page, 'EDU.N')
    .locator('.timeline')
    .getByText('Corrected by the schools office')
    .first()
    .waitFor();
  await lead.leave();
  await helper.leave();
}, 120_000);

function nameOf(role: string): string {
  return server.account(role, ANSWERING).name ?? '';
}

/** Waits until what somebody else typed stands there. */
async function expectValue(page: Page, code: string, words: string): Promise<void> {
  await page.waitForFunction(
    ([code, words]) =>
      document.querySelector<HTMLInputElement>(`[id="${code}"] .q__body :is(input, textarea)`)?.value ===
      words,
    [code, words] as const,
  );
}

/** Resolves once the program lies on the device and takes part in what the page asks for. */
async function isKeptReady(): Promise<void> {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
}

/** Waits until these words lie on the device as the server's. */
async function copied(page: Page, words: string): Promise<void> {
  while (!(await page.evaluate(copies)).includes(words)) await page.waitForTimeout(100);
}

/** What the server has answered, as it lies on the device. */
async function copies(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('kilim');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
  const kept = await new Promise<unknown[]>((resolve) => {
    const reading = database.transaction('copies').objectStore('copies').getAll();
    reading.onsuccess = () => {
      resolve(reading.result);
    };
  });
  database.close();
  return JSON.stringify(kept);
}
