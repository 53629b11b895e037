import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor } from './support/visitor.js';

/** The city of the demo that has submitted and that nobody has verified yet. */
const SUBMITTED = 'Port Selda';

let server: DemoServer;
let browser: Browser;
/** Where the question is verified. */
let place: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a clarification', () => {
  it('is asked by the expert, with what would settle it', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/admin/');
    await visitor.signIn(server.account('expert'));
    await page.getByRole('link', { name: 'Cities' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Cities' }).waitFor();
    await page.getByRole('link', { name: SUBMITTED }).first().click();
    await page.getByRole('link', { name: 'Verify answers' }).click();
    await page.getByRole('button', { name: 'Ask the city' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send the question' }).click();
    await dialog.getByText('Write the question.').waitFor();
    await visitor.expectAccessible();
    await dialog.getByLabel('What do you want to know?').fill('Which page shows it?');
    await dialog.getByLabel('What would settle it?').fill('The page number.');
    await dialog.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('Which page shows it?').first().waitFor();
    await page.getByText(/^Open, reply by/).waitFor();
    place = page.url();
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('opens that answer alone to the city, which replies', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE });
    const { page } = visitor;
    await visitor.open('/survey/');
    await visitor.signIn(server.account('cityLead', SUBMITTED));
    await page.waitForURL('**/assessments/*');
    await page.getByRole('heading', { name: 'An expert asks about an answer' }).waitFor();
    await visitor.expectAccessible();
    await visitor.expectToFit();
    await page.getByRole('link', { name: /see and reply/ }).click();
    await page.getByRole('button', { name: 'Send the reply' }).waitFor();
    const all = await page.locator('.q').count();
    expect(
      await page
        .locator('.q')
        .filter({ hasNot: page.locator(':disabled, [readonly]') })
        .count(),
    ).toBeLessThan(all);
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await page.getByText('Write a reply.').waitFor();
    await visitor.expectAccessible();
    await page.getByLabel('Your reply').fill('It is on page 31.');
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await page.getByText(/^Answered by/).waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('is back with the expert, who reads the reply beside the claim', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { colorScheme: 'dark' });
    const { page } = visitor;
    await page.goto(place);
    await visitor.signIn(server.account('expert'));
    await page.getByText('It is on page 31.').first().waitFor();
    await page.getByRole('button', { name: 'Ask the city' }).waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });
});
