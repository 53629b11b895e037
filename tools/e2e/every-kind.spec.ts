import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { inFull } from './support/effort.js';
import { ANSWERING, field, question, savedAt } from './support/form.js';
import { Keyboard } from './support/keyboard.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor, type Surroundings } from './support/visitor.js';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start({ everyKindFor: ANSWERING }), launchBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A city lead at a questionnaire that has every kind of question. */
async function atEveryKind(surroundings: Surroundings = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin, surroundings);
  await visitor.open('/survey/');
  await visitor.signIn(server.account('cityLead', ANSWERING));
  const { page } = visitor;
  await page.getByRole('link', { name: /Every kind/ }).click();
  await page.waitForURL('**/assessments/*');
  await page.goto(`${page.url().replace(/\/$/, '')}/sections/ALL`);
  await question(page, 'ALL.1').locator('.q__foot').waitFor();
  return visitor;
}

const PLAN = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

inFull(
  'questions of every kind are answered by keyboard, say what is wrong, keep it and lose nothing over a reload',
  async () => {
    const visitor = await atEveryKind();
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    const q = (code: string): Locator => question(page, code);
    const isSaved = (code: string) =>
      savedAt(page, code)
        .getByText(/^Saved/)
        .waitFor();

    await keyboard.press(q('ALL.1').getByRole('radio').first(), 'Space');
    await keyboard.press(q('ALL.2').getByRole('radio').first(), 'Space');
    for (const name of ['North', 'East', 'South', 'In none of these'])
      await keyboard.press(q('ALL.3').getByRole('checkbox', { name }), 'Space');
    // Whoever chooses the last takes the others back.
    expect(await q('ALL.3').getByRole('checkbox', { checked: true }).count()).toBe(1);
    await keyboard.type(field(page, 'ALL.4'), '9999');
    await keyboard.type(field(page, 'ALL.5'), '31.5');
    await keyboard.type(field(page, 'ALL.6'), '30');
    for (const row of ['In schools', 'In courts'])
      await keyboard.press(q('ALL.7').getByRole('row', { name: row }).getByRole('radio').first(), 'Space');
    await keyboard.press(q('ALL.8').getByRole('button', { name: /^Music/ }));
    await keyboard.press(q('ALL.8').getByRole('button', { name: /^Sport/ }));
    await keyboard.press(q('ALL.8').getByRole('button', { name: 'Move up: Sport' }));
    await keyboard.type(field(page, 'ALL.9'), '03032026');
    await keyboard.type(field(page, 'ALL.10'), 'In the words of the city');
    const choosing = page.waitForEvent('filechooser');
    await keyboard.press(q('ALL.11').getByRole('button', { name: 'Add a file' }));
    await (await choosing).setFiles(PLAN);
    await q('ALL.11').getByText('The file has arrived').waitFor();
    await keyboard.press(q('ALL.11').getByRole('button', { name: 'Add evidence' }));
    await q('ALL.11').getByRole('link', { name: 'Plan' }).waitFor();
    await keyboard.press(q('ALL.12').getByRole('button', { name: 'Add: Centre' }));
    const room = q('ALL.12').locator('.instance input').first();
    await keyboard.type(room, '5');
    for (const code of ['ALL.1', 'ALL.2', 'ALL.3', 'ALL.4', 'ALL.5', 'ALL.6', 'ALL.7', 'ALL.8', 'ALL.9'])
      await isSaved(code);
    await isSaved('ALL.10');
    await q('ALL.12').getByText('All centres together have at least ten places.').first().waitFor();
    await visitor.expectAccessible();

    await visitor.expectToRead(/^Saved on the server/);
    await page.reload();
    await q('ALL.4').locator('.q__foot').waitFor();
    expect(await field(page, 'ALL.4').inputValue()).toBe('9999');
    expect(await field(page, 'ALL.4').getAttribute('aria-invalid')).toBe('true');
    await q('ALL.4').getByText(/500/).first().waitFor();
    expect(await q('ALL.3').getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await q('ALL.8').locator('.ranked li').allInnerTexts()).toEqual(['Sport', 'Music']);
    expect(await field(page, 'ALL.9').inputValue()).toBe('2026-03-03');
    await q('ALL.11').getByRole('link', { name: 'Plan' }).waitFor();

    await keyboard.goTo(field(page, 'ALL.4'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('120');
    await page.locator('[id="ALL.4"]:not(.q--bad)').waitFor();
    await keyboard.goTo(room);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('60');
    await q('ALL.12')
      .getByText('All centres together have at least ten places.')
      .first()
      .waitFor({ state: 'detached' });
    await q('ALL.14').getByText('60').first().waitFor();

    await keyboard.press(q('ALL.1').getByRole('button', { name: 'Does not apply to us' }));
    await keyboard.press(q('ALL.1').getByRole('button', { name: 'Record that it does not apply' }));
    await q('ALL.1').getByText('Give a reason: experts read it.').waitFor();
    await visitor.expectAccessible();
    await keyboard.type(q('ALL.1').getByRole('textbox'), 'The region does this.');
    await keyboard.press(q('ALL.1').getByRole('button', { name: 'Record that it does not apply' }));
    await q('ALL.1').getByText('The region does this.').waitFor();
    await isSaved('ALL.1');
    await visitor.expectAccessible();
    await visitor.leave();
  },
  240_000,
);

inFull(
  'questions of every kind are accessible and fit, in light and dark, on a phone and enlarged four times',
  async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of [PHONE, { width: 320, height: 256 }]) {
        const visitor = await atEveryKind({ colorScheme, viewport });
        const { page } = visitor;
        await question(page, 'ALL.12').locator('.instance input').first().waitFor();
        // Faulty in one visit after the other.
        await field(page, 'ALL.5').fill('120');
        await page.locator('[id="ALL.5"].q--bad').waitFor();
        await visitor.expectToFit();
        await visitor.expectAccessible();
        await visitor.picture(`every-kind-${colorScheme}-${String(viewport.width)}`);
        await field(page, 'ALL.5').fill('12');
        await page.locator('[id="ALL.5"]:not(.q--bad)').waitFor();
        await visitor.leave();
      }
  },
  240_000,
);
