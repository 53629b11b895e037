import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { completeAnswers } from './support/complete.js';
import { ANSWERING } from './support/form.js';
import { Keyboard } from './support/keyboard.js';
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

describe('the thread through a round, on PostgreSQL and without a mouse', () => {
  it('leads the coordinator from signing in to the city and its round', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    await visitor.open('/admin/');
    await keyboard.signIn(server.account('coordinator'));
    await page.waitForURL('**/admin/rounds');
    await keyboard.press(page.getByRole('link', { name: 'ICI 2026' }).first());
    await page.getByRole('heading', { name: 'Cities and indicators' }).waitFor();
    await keyboard.skipToContent();
    await keyboard.goTo(page.getByRole('rowheader').getByRole('link').first());
    await keyboard.goTo(page.getByRole('rowheader', { name: ANSWERING }).getByRole('link'), 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: ANSWERING }).waitFor();
    await visitor.leave();
  });

  it('lets her give an expert this city', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    await visitor.open('/admin/accounts');
    await keyboard.signIn(server.account('coordinator'));
    await keyboard.press(page.getByRole('link', { name: server.account('expert').name ?? '' }));
    await keyboard.type(page.getByLabel('Role', { exact: true }), 'Expert');
    await keyboard.type(page.getByLabel('Where', { exact: true }), ANSWERING);
    await keyboard.press(page.getByRole('button', { name: 'Give the role' }));
    await page.getByText('The role was given.').waitFor();
    await visitor.leave();
  });

  it('lets the city answer, see that it is saved, and submit', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    await visitor.open('/survey/');
    await keyboard.signIn(server.account('cityLead', ANSWERING));
    await page.waitForURL('**/assessments/*');
    await keyboard.skipToContent();
    await keyboard.press(page.getByRole('link', { name: 'Mediation and conflict resolution' }).first());
    await page.getByRole('heading', { level: 1, name: 'Mediation and conflict resolution' }).waitFor();
    await keyboard.press(page.getByRole('radio').first(), 'Space');
    await visitor.expectToRead(/Saved on the server/);

    await completeAnswers(page.request, server.origin);
    await page.reload();
    await keyboard.press(page.getByRole('link', { name: 'Review and submit' }).first());
    await page.getByText('Nothing required is missing').waitFor();
    await keyboard.press(page.getByRole('button', { name: 'Submit the answers' }));
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: 'Submit the answers' }));
    await page.getByText('Submitted', { exact: true }).first().waitFor();
    await visitor.leave();
  });

  it('lets the expert record a finding and see the found score', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    await visitor.open('/admin/');
    await keyboard.signIn(server.account('expert'));
    await keyboard.press(page.getByRole('link', { name: 'Cities' }).first());
    await page.getByRole('heading', { level: 1, name: 'Cities' }).waitFor();
    await keyboard.press(page.getByRole('link', { name: ANSWERING }).first());
    await page.getByRole('heading', { level: 1, name: ANSWERING }).waitFor();
    await keyboard.press(page.getByRole('link', { name: 'Verify answers' }));
    await page.getByRole('heading', { name: 'Record your finding' }).waitFor();
    await keyboard.press(page.getByRole('link', { name: /^MED\.1 / }));
    await page.locator('.queue [aria-current="true"]', { hasText: 'MED.1' }).waitFor();
    const judged = page.url();
    await keyboard.type(page.getByLabel('Value', { exact: true }), 'A service');
    await keyboard.type(page.getByLabel('Reason'), 'Evidence covers more');
    await keyboard.type(page.getByLabel('What you saw'), 'The report says so on page three.');
    await keyboard.press(page.getByRole('button', { name: 'Record finding and go on' }));
    await page.waitForURL((url) => url.href !== judged);
    await keyboard.press(page.getByRole('link', { name: ANSWERING }).first());
    await page.getByText('Core index: Found').waitFor();
    await visitor.leave();
  });
});
