import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { completeAnswers } from './support/complete.js';
import { inFull } from './support/effort.js';
import { ANSWERING, cutNetwork, expectValue, field, openSection, question, savedAt } from './support/form.js';
import { DemoServer } from './support/server.js';
import { Visitor } from './support/visitor.js';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.onPostgres(), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const arrive = () => Visitor.arrive(browser, server.origin);

describe('on PostgreSQL', () => {
  inFull('work goes on at the same place on another device', async () => {
    const [desk, phone] = [await arrive(), await arrive()];
    await openSection(desk, server, 'MED');
    const { page } = desk;
    await question(page, 'MED.1').getByRole('radio').first().check();
    await savedAt(page, 'MED.1')
      .getByText(/^Saved/)
      .waitFor();
    await desk.leave();

    await phone.open('/survey/');
    await phone.signIn(server.account('cityLead', ANSWERING));
    await phone.page.waitForURL('**/assessments/*');
    await phone.page.getByRole('link', { name: 'Continue' }).first().click();
    await phone.page.waitForURL('**/sections/MED*');
    await phone.leave();
  });

  inFull('a device whose clock is an hour wrong saves with the server’s time', async () => {
    for (const hours of [-1, 1]) {
      const visitor = await arrive();
      await visitor.page.clock.install({ time: new Date(Date.now() + hours * 3_600_000) });
      await openSection(visitor, server, 'PUB');
      const { page } = visitor;
      const words = `An hour ${String(hours)}`;
      await field(page, 'PUB.N').fill(words);
      await page.clock.fastForward(5000);
      await savedAt(page, 'PUB.N')
        .getByText(/^Saved/)
        .waitFor();
      const said = await savedAt(page, 'PUB.N').innerText();
      await page.reload();
      await question(page, 'PUB.N').waitFor();
      await expectValue(page, 'PUB.N', words);
      expect(minutesApart(/\d\d:\d\d/.exec(said)?.[0])).toBeLessThan(30);
      await visitor.leave();
    }
  });

  inFull('the score page leads down to the answer that a score comes from', async () => {
    const visitor = await arrive();
    await openSection(visitor, server, 'COM');
    const { page } = visitor;
    await page.getByRole('link', { name: 'Where it comes from' }).first().click();
    await page.locator('summary', { hasText: 'Commitment' }).first().click();
    await visitor.expectToRead(/^Brings [\d.]+ of [\d.]+ points$/);
    await page
      .getByRole('link', { name: /^COM\.2/ })
      .first()
      .click();
    await page.waitForURL('**/sections/COM#COM.2');
    await question(page, 'COM.2').waitFor();
    await visitor.leave();
  });

  inFull(
    'submitting without a network says that nothing was submitted, and works once it is back',
    async () => {
      const visitor = await arrive();
      await openSection(visitor, server, 'COM');
      const { page } = visitor;
      await completeAnswers(page.request, server.origin);
      await page.reload();
      await page.getByRole('link', { name: 'Review and submit' }).first().click();
      await page.getByText('Nothing required is missing').waitFor();
      await page.getByRole('button', { name: 'Submit the answers' }).click();
      const dialog = page.getByRole('dialog');
      await cutNetwork(page.context(), true);
      await dialog.getByRole('button', { name: 'Submit the answers' }).click();
      await dialog.getByText('The answers were not submitted. Check the network, then try again.').waitFor();
      await visitor.expectAccessible();
      await cutNetwork(page.context(), false);
      await dialog.getByRole('button', { name: 'Submit the answers' }).click();
      await page.getByText('Submitted', { exact: true }).first().waitFor();
      await visitor.leave();
    },
  );
});

/** How far a time of the day in Brussels is from now, the short way round. */
function minutesApart(time = ''): number {
  const minutes = (clock: string): number => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return hour * 60 + minute;
  };
  const now = new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/Brussels' });
  const apart = Math.abs(minutes(time) - minutes(now));
  return Math.min(apart, 24 * 60 - apart);
}
