import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { keysKept, untilKept, untilProgramKept } from './support/device.js';
import { inFull } from './support/effort.js';
import { ANSWERING, cutNetwork, expectValue, field, openSection, question, savedAt } from './support/form.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor } from './support/visitor.js';

const LAPTOP = { width: 1280, height: 720 };

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('shows the sections and their questions before its program runs, and to nobody else', async () => {
  const [own, other] = [await cookieOf(ANSWERING), await cookieOf('Nowobrzeg')];
  const read = async (address: string, cookie = '') =>
    (await fetch(server.origin + address, { headers: { cookie, accept: 'text/html' } })).text();
  const list = await fetch(`${server.origin}/api/assessments`, { headers: { cookie: own } });
  const [assessment] = ((await list.json()) as { assessments: { id: string }[] }).assessments;
  const address = `/survey/assessments/${assessment?.id ?? ''}/sections/COM`;
  expect(await read(address, other)).not.toMatch(/id="first"|COM\.1/);
  expect(await read(address)).not.toContain('first-data');
  expect(await read('/survey/shell.html', own)).not.toContain('first-data');
  // Before the account's language goes the one chosen on the device.
  expect(await read(address, own)).toContain('<div id="first" lang="en">');
  expect(await read(address, `${own}; kilim_language=pl`)).toContain('<div id="first" lang="pl">');

  const context = await browser.newContext({ javaScriptEnabled: false });
  const [name = '', value = ''] = own.split('=');
  await context.addCookies([
    { name, value, url: server.origin },
    { name: 'kilim_theme', value: 'dark', url: server.origin },
  ]);
  const page = await context.newPage();
  await page.goto(server.origin + address);
  await page.getByRole('heading', { name: 'Commitment', exact: true }).waitFor();
  await question(page, 'COM.2').getByRole('heading').waitFor();
  // What the browser is to wait for before it paints must come.
  const [, awaited = ''] = /<link rel="expect" href="#([^"]+)"/.exec(await read(address, own)) ?? [];
  expect(await question(page, awaited).count()).toBe(1);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  // What is closed can't be opened yet.
  expect(await page.locator('#first details').count()).toBeGreaterThan(2);
  expect(await page.locator('#first details > :not(summary)').count()).toBe(0);
  // That all is saved only the device can say.
  expect(await page.getByText(/saved on the server/i).count()).toBe(0);
  await page
    .getByRole('link', { name: /Education/ })
    .first()
    .click();
  await question(page, 'EDU.1').waitFor();
  await context.close();
});

it('lets an assessment be read and answered after a reload without a server, and sends it all later', async () => {
  const visitor = await Visitor.arrive(browser, server.origin, { serverGoes: true });
  await openSection(visitor, server, 'COM');
  const { page } = visitor;
  await untilProgramKept(page);
  await field(page, 'COM.N').fill('Known to the server');
  await savedAt(page, 'COM.N')
    .getByText(/^Saved/)
    .waitFor();
  await untilKept(page, 'copies', 'Known to the server');
  await server.goAway();
  page.on('dialog', (dialog) => void dialog.accept());
  await question(page, 'COM.2').getByRole('radio').nth(1).check();
  await savedAt(page, 'COM.2').getByText('Kept on this device; waiting for the network').waitFor();
  await chooseDark(page);
  await page.reload();
  await question(page, 'COM.N').waitFor();
  await visitor.expectToRead('Without a network');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await field(page, 'COM.N').inputValue()).toBe('Known to the server');
  expect(await question(page, 'COM.2').getByRole('radio').nth(1).isChecked()).toBe(true);
  // The page that is kept brings no scores: they are worked out here.
  await visitor.expectToRead(/^still possible/);
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
  await untilProgramKept(page);
  await page.locator('summary.me').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await keysKept(page)).toEqual([]);
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

it('finds questions, goes from one open question to the next and brings an earlier answer back, by keyboard', async () => {
  const visitor = await Visitor.arrive(browser, server.origin);
  await openSection(visitor, server, 'CUL');
  const { page } = visitor;
  await page.getByRole('searchbox').first().fill('LEISURE cafes');
  await visitor.expectToRead(/^No question with these words/);
  await page.getByRole('searchbox').first().fill('edu.1');
  await visitor.expectToRead('1 question found.');
  await visitor.expectAccessible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sections/EDU#EDU.1');
  await page.waitForFunction(isThere, 'EDU.1');
  const before = await field(page, 'EDU.1').inputValue();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await savedAt(page, 'EDU.1')
    .getByText(/^Saved \d\d:\d\d$/)
    .waitFor();
  await question(page, 'EDU.1').getByRole('button', { name: 'History' }).press('Enter');
  await question(page, 'EDU.1')
    .getByRole('button', { name: `Bring this back: ${before}` })
    .first()
    .press('Enter');
  await expectValue(page, 'EDU.1', before);
  await visitor.expectAccessible();
  const places = [];
  for (let turn = 0; turn < 2; turn++) {
    const from = page.url();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.href !== from);
    const anchor = new URL(page.url()).hash.slice(1);
    await page.waitForFunction(isThere, anchor);
    places.push(anchor);
  }
  expect(new Set(places).size).toBe(2);
  await visitor.leave();
}, 120_000);

it('shows every entry of the list of sections that has the focus, in the window of a laptop', async () => {
  const visitor = await Visitor.arrive(browser, server.origin, { viewport: LAPTOP });
  await openSection(visitor, server, 'EDU');
  const { page } = visitor;
  for (const top of [0, 600]) {
    await page.evaluate((top) => {
      window.scrollTo(0, top);
    }, top);
    const seen = await page.locator('nav.form__side .toc a').evaluateAll(seenWithFocus);
    expect(seen).toEqual(seen.map(() => true));
  }
  // The section that is open is in sight at once, also the last one, and the page at its top.
  await page.goto(page.url().replace('EDU', 'ACT'));
  await question(page, 'ACT.1').locator('.q__foot').waitFor();
  const { height } = LAPTOP;
  const open = await page.locator('nav.form__side [aria-current="page"]').boundingBox();
  expect(open?.y).toBeLessThan(height - 100);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await visitor.leave();
}, 120_000);

it('counts at home in its heading what stands under the knots and beside them', async () => {
  const visitor = await Visitor.arrive(browser, server.origin);
  await visitor.open('/survey/');
  await visitor.signIn(server.account('cityLead', ANSWERING));
  const { page } = visitor;
  const strip = page.locator('section', { has: page.locator('.strip') });
  const [, answered = '', asked = ''] = /, (\d+) of (\d+)/.exec(await strip.locator('h2').innerText()) ?? [];
  const scored = (await strip.locator('.cell').allInnerTexts()).map((cell) =>
    Number(/\/(\d+)/.exec(cell)?.[1]),
  );
  const [, others = ''] = /(\d+) more are not scored/.exec(await strip.innerText()) ?? [];
  expect(Number(answered)).toBeLessThan(Number(asked));
  expect(scored.reduce((all, some) => all + some, Number(others))).toBe(Number(asked));
  await visitor.leave();
}, 120_000);

it('says where the score comes from, down to the answers, and what would raise it most', async () => {
  const visitor = await Visitor.arrive(browser, server.origin, { colorScheme: 'dark' });
  await openSection(visitor, server, 'COM');
  const { page } = visitor;
  await visitor.expectToRead('What raises it most');
  await visitor.expectToRead(/^up to [\d.]+ points$/);
  await visitor.expectAccessible();
  await visitor.picture('aside-dark');
  await page.getByRole('link', { name: 'Where it comes from' }).first().click();
  await page.getByRole('heading', { name: 'Where the score comes from' }).waitFor();
  await page.locator('summary', { hasText: 'Commitment' }).first().click();
  await visitor.expectToRead(/^Brings [\d.]+ of [\d.]+ points$/);
  await page.locator('summary', { hasText: 'Neighbourhoods' }).first().click();
  await visitor.expectToRead('A share lies between 0 and 100. Did you mean 64.5?');
  await visitor.expectAccessible();
  await visitor.picture('score-dark');
  await page.setViewportSize(PHONE);
  await visitor.expectToFit();
  await visitor.picture('score-phone-dark');
  await visitor.leave();
}, 120_000);

inFull(
  'fits a window enlarged four times, on every page',
  async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: { width: 320, height: 256 } });
    await openSection(visitor, server, 'EDU');
    const { page } = visitor;
    const section = page.url();
    for (const place of ['sections/EDU', '', 'review', 'score']) {
      await page.goto(section.replace('sections/EDU', place));
      await page.locator('h1').first().waitFor();
      await visitor.expectToFit();
      await visitor.expectAccessible();
    }
    await visitor.leave();
  },
  120_000,
);

inFull(
  'can be answered with nothing but the keyboard, to the end',
  async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    await openSection(visitor, server, 'BG');
    const { page } = visitor;
    const next = page.getByRole('button', { name: 'Next unanswered' });
    const reached = new Set<string>();
    for (let turn = 0; turn < MOST_TURNS && (await next.count()) > 0; turn++) {
      const from = page.url();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL((url) => url.href !== from);
      const anchor = new URL(page.url()).hash.slice(1);
      await page.waitForFunction(isThere, anchor);
      await answerByKeyboard(page);
      reached.add(anchor);
    }
    expect(reached.size).toBeGreaterThanOrEqual(12);
    expect(await next.count()).toBe(0);
    await visitor.expectToRead(/^Saved on the server/);
    await visitor.expectAccessible();
    await visitor.leave();
  },
  180_000,
);

/** More than the questionnaire has questions. */
const MOST_TURNS = 150;

/** Answers whatever has the focus, without a mouse. */
async function answerByKeyboard(page: Page): Promise<void> {
  const control = await page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    return { type: element.type, rows: element.closest('table')?.querySelectorAll('tbody tr').length ?? 1 };
  });
  switch (control.type) {
    case 'radio':
      for (let row = 0; row < control.rows; row++) {
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Shift+Tab');
      break;
    case 'checkbox':
      await page.keyboard.press('Space');
      break;
    case 'date':
      await page.keyboard.type('01012026');
      break;
    case 'textarea':
      await page.keyboard.type('In words');
      break;
    default:
      await page.keyboard.type('10');
  }
}

inFull(
  'puts the questionnaire on paper, blank and with answers, on a phone and in Polish too',
  async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE, colorScheme: 'dark' });
    await openSection(visitor, server, 'COM');
    const { page } = visitor;
    await page.goto(page.url().replace('sections/COM', 'print'));
    await visitor.expectToRead(/^Inhabitants|inhabitants$/);
    await visitor.expectToFit();
    const filled = await page.pdf({ format: 'A4' });
    await page.getByRole('link', { name: 'Blank' }).click();
    await visitor.expectToRead(/^Asked if EDU\.1 is at least/);
    await page.locator('.is-chosen').first().waitFor({ state: 'detached' });
    await visitor.expectAccessible();
    const blank = await page.pdf({ format: 'A4' });
    expect(Math.min(sheets(filled), sheets(blank))).toBeGreaterThan(5);
    await page.getByRole('button', { name: /^PL/ }).click();
    await visitor.expectToRead(/^Pytanie zadawane, jeśli EDU\.1 wynosi/);
    await visitor.picture('print-phone');
    await visitor.leave();
  },
  120_000,
);

/** How many pages a printed file has. */
function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** Gives each the focus, and says whether it can be seen then from its top to its foot. */
function seenWithFocus(entries: readonly (HTMLElement | SVGElement)[]): boolean[] {
  return entries.map((entry) => {
    entry.focus();
    const { left, top, bottom } = entry.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) => entry.contains(document.elementFromPoint(left + 20, y)));
  });
}

/** Whether the focus is within a question. */
function isThere(anchor: string): boolean {
  return document.activeElement?.closest('section.q')?.id === anchor;
}

/** Goes from the theme of the device by the light one to the dark one. */
async function chooseDark(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Theme: as the device' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
}

/** The cookie of a city's lead. */
async function cookieOf(city: string): Promise<string> {
  const { email, password } = server.account('cityLead', city);
  const reply = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ email, password }),
  });
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}

function nameOf(role: string): string {
  return server.account(role, ANSWERING).name ?? '';
}
