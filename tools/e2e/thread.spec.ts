import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { completeAnswers } from './support/complete.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor } from './support/visitor.js';

/** The city of the demo that is still answering, and the one that has submitted. */
const ANSWERING = 'Linnesund';
const SUBMITTED = 'Port Selda';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('one thread through a round', () => {
  it('shows the coordinator the round and lets her open a city', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await visitor.expectAccessible();
    await visitor.picture('sign-in-light');
    await visitor.signIn(server.account('coordinator'));
    await page.waitForURL('**/admin/**');
    await page.getByRole('link', { name: 'ICI 2026' }).first().click();
    await page.getByRole('heading', { name: 'Cities and indicators' }).waitFor();
    for (const city of [ANSWERING, 'Nowobrzeg', SUBMITTED]) {
      expect(await page.getByRole('rowheader', { name: city }).count()).toBe(1);
    }
    expect(await page.locator('.matrix .cell').count()).toBe(7 * 17);
    await visitor.expectAccessible();
    await visitor.picture('round-light');
    await page.getByRole('rowheader', { name: SUBMITTED }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: SUBMITTED }).waitFor();
    await page.getByText('Core index', { exact: false }).first().waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('lets a contributor on a phone answer in English and Polish, saving every answer by itself', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE, colorScheme: 'dark' });
    const { page } = visitor;
    await visitor.open('/survey/');
    await visitor.signIn(server.account('cityLead', ANSWERING));
    await page.waitForURL('**/assessments/*');
    // While it loads, the page is headed by the program's name.
    await page.getByRole('heading', { level: 1, name: /, Aino$/ }).waitFor();
    await visitor.expectAccessible();
    await visitor.expectToFit();
    await visitor.picture('home-phone-dark');
    await page.goto(`${page.url().replace(/\/$/, '')}/sections/MED`);
    await page.getByRole('heading', { level: 1, name: 'Mediation and conflict resolution' }).waitFor();
    await page.getByRole('radio').first().check();
    await visitor.expectToRead(/Saved on the server/);
    await visitor.expectAccessible();
    await visitor.expectToFit();
    await visitor.picture('form-phone-dark');

    await page
      .getByRole('button', { name: /^(PL|Polish)/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Mediacja i rozwiązywanie konfliktów' }).waitFor();
    expect(await page.getByRole('radio').first().isChecked()).toBe(true);
    await visitor.expectToFit();

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Mediacja i rozwiązywanie konfliktów' }).waitFor();
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('radio').first().isChecked()).toBe(true);
    await visitor.leave();
  });

  it('keeps a number that cannot be right, says so, and mends it with one press', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/survey/');
    await visitor.signIn(server.account('cityLead', ANSWERING));
    await page.waitForURL('**/assessments/*');
    await page.goto(`${page.url().replace(/\/$/, '')}/sections/EDU`);
    const share = page.getByRole('textbox', { name: /EDU\.1|What share of primary pupils/ }).first();
    await share.fill('312');
    await page.getByText('A share lies between 0 and 100.', { exact: false }).first().waitFor();
    await visitor.expectToRead(/Saved on the server/);
    expect(await share.inputValue()).toBe('312');
    await visitor.expectAccessible();
    await visitor.picture('form-light');
    await page.getByRole('button', { name: 'Use 31.2' }).click();
    await page
      .getByText('A share lies between 0 and 100.', { exact: false })
      .first()
      .waitFor({ state: 'detached' });
    expect(await share.inputValue()).toBe('31.2');
    await visitor.leave();
  });

  it('lets the city lead submit once everything required is there', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/survey/');
    await visitor.signIn(server.account('cityLead', ANSWERING));
    await page.waitForURL('**/assessments/*');
    const home = page.url().replace(/\/$/, '');
    await page.goto(`${home}/review`);
    await page
      .getByText(/things? (is|are) missing or needs? mending/)
      .first()
      .waitFor();
    await visitor.expectAccessible();
    await completeAnswers(page.request, server.origin);
    await page.goto(`${home}/review`);
    await page.getByText('Nothing required is missing').waitFor();
    await page.getByRole('button', { name: 'Submit the answers' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await visitor.expectAccessible();
    await dialog.getByRole('button', { name: 'Submit the answers' }).click();
    await page.getByText('Submitted', { exact: true }).first().waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('lets the expert record a finding beside the claim; the found score follows and the claim stays', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/admin/');
    await visitor.signIn(server.account('expert'));
    await page.getByRole('link', { name: 'Cities' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Cities' }).waitFor();
    await page.getByRole('link', { name: SUBMITTED }).first().click();
    await page.getByRole('heading', { level: 1, name: SUBMITTED }).waitFor();
    await page.getByText('No finding yet').first().waitFor();
    await page.getByRole('link', { name: 'Verify answers' }).click();
    await page.getByRole('heading', { name: 'Record your finding' }).waitFor();
    const claimed = await page.locator('.four > section').first().innerText();
    const judged = new URL(page.url()).pathname;
    await page.getByRole('checkbox', { name: /None of these/ }).check();
    await page.getByLabel('Reason').selectOption({ index: 4 });
    await page.getByLabel('What you saw').fill('The report names no course of forty hours.');
    await visitor.expectAccessible();
    await visitor.picture('verify-light');
    await page.getByRole('button', { name: 'Record finding and go on' }).click();
    await page.waitForURL((url) => url.pathname !== judged);
    await page.goto(`${server.origin}${judged}`);
    await page.getByText('The report names no course of forty hours.').first().waitFor();
    expect(await page.locator('.four > section').first().innerText()).toBe(claimed);

    await page.getByRole('link', { name: SUBMITTED }).first().click();
    await page.getByRole('heading', { level: 1, name: SUBMITTED }).waitFor();
    await page.getByText('Core index: Found').waitFor();
    await page.getByText('No finding yet').first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Why\?.*Found/ }).click();
    await page.getByRole('heading', { name: /^Why/ }).waitFor();
    await visitor.expectAccessible();
    await visitor.picture('why-light');
    await visitor.leave();
  });

  it('shows the administrator every change, newest first', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { colorScheme: 'dark' });
    const { page } = visitor;
    await visitor.open('/admin/history');
    await visitor.signIn(server.account('administrator'));
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByText('The report names no course of forty hours.', { exact: false }).first().waitFor();
    await visitor.expectAccessible();
    await visitor.picture('history-dark');
    await page.getByRole('link', { name: 'Rounds' }).first().click();
    await page.getByRole('link', { name: 'ICI 2026' }).first().click();
    await page.getByRole('heading', { name: 'Cities and indicators' }).waitFor();
    await visitor.expectAccessible();
    await visitor.picture('round-dark');
    await visitor.leave();
  });
});
