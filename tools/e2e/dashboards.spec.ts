import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { IS_LONG, inFull } from './support/effort.js';
import { paceOf } from './support/pace.js';
import { DemoServer } from './support/server.js';
import { DESK, PHONE, Visitor } from './support/visitor.js';

const FEW = 'Twenty cities';
const MANY = 'Two hundred cities';
/** In full, the round that is worked has two hundred cities. */
const [WORKED, CITIES] = IS_LONG ? [MANY, 200] : [FEW, 20];

/** A4 between its margins, in CSS pixels. */
const PAPER = { width: 718, height: 1047 };

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    DemoServer.start({ rounds: { [FEW]: 20, [WORKED]: CITIES } }),
    launchBrowser(),
  ]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function coordinatorIn(round: string, surroundings = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin, surroundings);
  await visitor.open('/admin/rounds');
  await visitor.signIn(server.account('coordinator'));
  await visitor.page.getByRole('link', { name: round, exact: true }).first().click();
  await visitor.page.locator('#matrix-heading').waitFor();
  return visitor;
}

/** On a phone the lines of a wide table stand below each other: nothing of them is out of sight. */
async function expectCardsOnAPhone(visitor: Visitor): Promise<void> {
  await visitor.page.setViewportSize(PHONE);
  const table = visitor.page.locator('.scroll:has(table)');
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await visitor.page.getByRole('table').getByRole('rowheader').first().waitFor();
  await visitor.expectAccessible();
  await visitor.page.setViewportSize(DESK);
}

describe('a round of many cities', () => {
  it('keeps what it shows in the address and under a name, and saves exactly that as CSV', async () => {
    const visitor = await coordinatorIn(WORKED);
    const { page } = visitor;
    const [tools, heads, lines] = [
      page.locator('k-round-tools'),
      page.locator('.matrix thead'),
      page.locator('.matrix tbody tr'),
    ];
    await tools.getByRole('combobox', { name: 'Country' }).selectOption('Poland');
    await visitor.expectToRead(`${String(CITIES / 4)} of ${String(CITIES)} cities shown`);
    await heads
      .getByRole('columnheader', { name: /Commitment/ })
      .getByRole('button')
      .click();
    await page.locator('.panel__head').getByRole('button', { name: 'Score', exact: true }).click();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      country: 'Poland',
      sort: 'COM',
      view: 'score',
    });
    await tools.getByLabel('Find').fill('town 00');
    await visitor.expectToRead(`2 of ${String(CITIES)} cities shown`);
    expect(await lines.count()).toBe(2);

    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByText(`2 of ${String(CITIES)} cities shown`).waitFor();
    await other.close();

    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('sort') === 'COM' && !url.searchParams.has('view'));
    expect(await heads.getByRole('columnheader', { name: /Commitment/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.goForward();
    await visitor.expectToRead(`2 of ${String(CITIES)} cities shown`);

    const views = page.locator('k-round-views');
    await views.getByText('Views', { exact: true }).click();
    await views.getByLabel('Keep what is shown now as').fill('The first tens');
    await views.getByRole('button', { name: 'Keep', exact: true }).click();
    await visitor.expectAccessible();
    await page.keyboard.press('Escape');
    await tools.getByRole('button', { name: 'Show all cities' }).click();
    await visitor.expectToRead(`${String(CITIES)} cities`);
    await views.getByText('Views', { exact: true }).click();
    await views.getByRole('link', { name: 'The first tens' }).click();
    await visitor.expectToRead(`2 of ${String(CITIES)} cities shown`);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('k-page-header').getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const saved = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1);
    const seen = await page
      .locator('.matrix tbody .city a')
      .evaluateAll((links) => links.map((link) => link.firstChild?.textContent));
    expect(saved.map((line) => line.split(',')[0])).toEqual(seen);
    await visitor.leave();
  });

  it('is one tab stop for the keyboard, shows every column on a desk, and every city on paper', async () => {
    const visitor = await coordinatorIn(WORKED);
    const { page } = visitor;
    const last = `Town ${String(CITIES).padStart(3, '0')}`;
    await page
      .locator('.matrix tbody tr')
      .nth(CITIES - 1)
      .waitFor({ state: 'attached' });
    expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
    await page.locator('.matrix [tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('City');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(last);
    const isInView = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(isInView).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: last }).waitFor();
    await page.goBack();
    await page
      .locator('.matrix tbody tr')
      .nth(CITIES - 1)
      .waitFor({ state: 'attached' });
    const room = page.locator('.matrix-room');
    const excess = () =>
      room.evaluate((of) => ({
        across: Math.max(0, of.scrollWidth - of.clientWidth),
        down: Math.max(0, of.scrollHeight - of.clientHeight),
      }));
    expect(await excess()).toMatchObject({ across: 0 });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    expect(await excess()).toEqual({ across: 0, down: 0 });
    await visitor.leave();
  });

  inFull('is worked as fluently as one of twenty', async () => {
    const visitor = await coordinatorIn(FEW, { viewport: { width: 1440, height: 600 } });
    const { page } = visitor;
    const paceIn = async (round: string, lines: number) => {
      await page.getByRole('link', { name: 'Rounds' }).first().click();
      await page.getByRole('link', { name: round, exact: true }).first().click();
      await page
        .locator('.matrix tbody tr')
        .nth(lines - 1)
        .waitFor({ state: 'attached' });
      return paceOf(page);
    };
    const few = await paceIn(FEW, 20);
    const many = await paceIn(MANY, 200);
    const ratio = (part: keyof typeof few) => many[part] / few[part];
    // Ten times the cities, and less than ten times the work, whatever one does.
    for (const part of ['key', 'scroll', 'view', 'sort'] as const)
      expect([part, ratio(part) < 8]).toEqual([part, true]);
    await visitor.leave();
  });

  inFull('fits a phone', async () => {
    const visitor = await coordinatorIn(FEW, { viewport: PHONE, colorScheme: 'dark' });
    await visitor.expectToFit();
    await visitor.expectAccessible();
    await visitor.leave();
  });
});

describe('the charts of a city', () => {
  /** The verified city of the demo; its radar is there. */
  async function cityWithCharts(surroundings = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, server.origin, surroundings);
    const { page } = visitor;
    await visitor.open('/admin/cities');
    await visitor.signIn(server.account('coordinator'));
    await page.getByRole('link', { name: 'Nowobrzeg' }).first().click();
    await page.locator('k-city-radar svg path').first().waitFor();
    return visitor;
  }

  inFull('say in words what they show, and are drawn anew when the theme changes', async () => {
    const visitor = await cityWithCharts();
    const { page } = visitor;
    const radar = page.locator('k-city-radar [role="img"]');
    expect(await radar.getAttribute('aria-label')).toMatch(/^Radar of scores from 0 to 100: Commitment \d+/);
    await visitor.expectAccessible();
    const inks = () =>
      page
        .locator('k-city-radar svg text')
        .evaluateAll((texts) => texts.map((text) => text.getAttribute('fill')));
    const light = await inks();
    await page.getByRole('button', { name: /theme/i }).first().click();
    await page.getByRole('button', { name: /theme/i }).first().click();
    await page.waitForFunction(
      (before) => document.querySelector('k-city-radar svg text')?.getAttribute('fill') !== before,
      light[0] ?? null,
    );
    expect(await inks()).not.toEqual(light);
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('can be taken away as SVG, PNG and CSV, with title, source and the same numbers', async () => {
    const visitor = await cityWithCharts({ colorScheme: 'dark' });
    const { page } = visitor;
    const bars = page.getByRole('group', { name: /^Save “Strongest in/ });
    const take = async (kind: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        bars.getByRole('button', { name: kind }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`nowobrzeg_ici-2026_indicators.${kind.toLowerCase()}`);
      return readFileSync(await download.path());
    };
    const svg = (await take('SVG')).toString('utf8');
    expect(svg).toMatch(/<title>Strongest in /);
    for (const words of ['Commitment', 'version 2026.1']) expect(svg).toContain(words);
    expect(svg).not.toMatch(/<style|<script|undefined|NaN/);
    const png = await take('PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1800);
    const lines = (await take('CSV')).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(1 + 18);
    expect(lines[1]).toMatch(/^COM,Commitment,\d+,\d+,\d+,\d+/);
    await visitor.leave();
  });

  it('have their table one press away, and stand beside the sample where it is large enough', async () => {
    const visitor = await coordinatorIn(FEW);
    const { page } = visitor;
    await page.getByRole('rowheader', { name: 'Town 005' }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Town 005' }).waitFor();
    await visitor.expectToRead(/Sample: 20 cities of Twenty cities with a score on/);
    expect(await page.locator('.bars rect').count()).toBeGreaterThan(3);
    await page.getByRole('link', { name: 'Table', exact: true }).click();
    const table = page.getByRole('table', { name: 'Score per indicator' });
    await table.getByRole('columnheader', { name: 'Median' }).waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('fit a phone', async () => {
    const visitor = await cityWithCharts({ viewport: PHONE });
    await visitor.expectToFit();
    await visitor.expectAccessible();
    await visitor.leave();
  });
});

describe('the published figures', () => {
  it('stand apart, each with its source, as chart and as table, also on a phone', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE });
    const { page } = visitor;
    await visitor.open('/admin/published-figures');
    await visitor.signIn(server.account('expert'));
    await visitor.expectToRead(/nothing on this page can be set beside a score that was computed here/);
    const chart = page.locator('k-chart-panel [role="img"]');
    expect(await chart.getAttribute('aria-label')).toMatch(
      /Guro \(Seoul\), 2020: 87, .*Rochester \(MN\), 2020: 44/,
    );
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('table', { name: /^Overall results as published/ }).waitFor();
    const ranks = page.getByRole('table', { name: 'Published ranks' });
    await ranks.getByText('Fits the rank among all: of the 20 cities above, 15 are in this group.').waitFor();
    await visitor.expectToFit();
    await visitor.expectAccessible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ranks, CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect([lines.length, lines[1]]).toEqual([
      16,
      expect.stringMatching(/^Bilbao,ES,2013,64,21,56,all,,http/),
    ]);
    await visitor.leave();
  });
});

describe('the method', () => {
  it('is a page for everybody, in the language one reads, also on a phone', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE, colorScheme: 'dark' });
    const { page } = visitor;
    await visitor.open('/method');
    await page.getByRole('heading', { level: 1, name: 'How the index is calculated' }).waitFor();
    await visitor.expectToFit();
    await visitor.expectAccessible();
    await page.getByRole('link', { name: 'PL', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Jak oblicza się indeks' }).waitFor();
    await page.getByRole('link', { name: 'Słowniczek' }).click();
    await page.getByText('Udział w podejmowaniu decyzji miasta inny niż głosowanie').waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });
});

describe('an expert with a phone', () => {
  it('sees what a finding would do under its own heads, and is told that it was recorded', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { viewport: PHONE });
    const { page } = visitor;
    await visitor.open('/admin/verification');
    await visitor.signIn(server.account('expert'));
    await page.getByRole('link', { name: 'Verify' }).first().click();
    const preview = page.locator('k-effect-preview table');
    const endsOf = (cells: string): Promise<readonly number[]> =>
      preview.locator(cells).evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().right));
    await preview.waitFor();
    expect(await endsOf('thead th')).toEqual(await endsOf('tbody tr:first-child td'));
    await page.getByRole('button', { name: 'Accept the claim' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The city’s yearly report says so.');
    await dialog.getByRole('button', { name: 'Accept and go on' }).click();
    await page.locator('.keys').getByText('finding recorded').waitFor();
    await visitor.expectToFit();
    await visitor.leave();
  });
});

describe('people', () => {
  it('come in by a link that works once, and are out at once when their account is shut', async () => {
    const admin = await Visitor.arrive(browser, server.origin);
    const { page } = admin;
    await admin.open('/admin/accounts');
    await admin.signIn(server.account('administrator'));
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await admin.expectAccessible();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add and make the link' }).click();
    await dialog.getByText('Choose a role and where it holds.').waitFor();
    await admin.expectAccessible();
    await dialog.getByLabel('Name').fill('Ines Marrow');
    await dialog.getByLabel('E-mail').fill('ines.marrow@portselda.example');
    await dialog.getByLabel('Role').selectOption('cityContributor');
    await dialog.getByLabel('Where').selectOption({ label: 'Port Selda (Portugal)' });
    await dialog.getByRole('checkbox', { name: /^EDU/ }).check();
    await dialog.getByRole('button', { name: 'Add and make the link' }).click();
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
    await admin.expectAccessible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    const ines = await Visitor.arrive(browser, server.origin, { viewport: PHONE });
    await ines.page.goto(link);
    await ines.page.getByRole('heading', { name: 'Welcome, Ines Marrow' }).waitFor();
    const password = ines.page.getByLabel('Password', { exact: true });
    await password.fill('password1234');
    await ines.page.getByRole('button', { name: 'Set the password and go on' }).click();
    await ines.expectToRead(/among the first that somebody would try/);
    await ines.expectAccessible();
    await ines.expectToFit();
    await password.fill('four words on a bicycle');
    await ines.page.getByRole('button', { name: 'Set the password and go on' }).click();
    await ines.page.waitForURL('**/survey/**');
    await ines.page.getByRole('heading', { level: 1 }).waitFor();

    await page.getByLabel('Find').fill('marrow');
    await admin.expectToRead('1 person');
    await expectCardsOnAPhone(admin);
    await page.getByRole('link', { name: 'Ines Marrow' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ines Marrow' }).waitFor();
    await admin.expectAccessible();
    await page.getByRole('button', { name: 'Shut the account' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Shut the account' }).click();
    await admin.expectToRead('The account is shut.');
    await admin.leave();
    expect((await ines.page.request.get(`${server.origin}/api/session`)).status()).toBe(401);
    await ines.page.goto(link);
    await ines.expectToRead('The link is no longer valid');
    await ines.leave();
  });
});

describe('the administrator', () => {
  it('sees every round at a glance, and goes from what holds it up to the cities', async () => {
    const visitor = await Visitor.arrive(browser, server.origin, { colorScheme: 'dark' });
    const { page } = visitor;
    await visitor.open('/admin/rounds');
    await visitor.signIn(server.account('administrator'));
    await page.getByText('questions answered in all cities together').first().waitFor();
    await visitor.expectAccessible();
    const chip = page.locator('.glance a.chip').first();
    const count = Number(/^\d+/.exec(await chip.innerText())?.[0]);
    await chip.click();
    await page.locator('#matrix-heading').waitFor();
    expect(new URL(page.url()).searchParams.has('waits')).toBe(true);
    expect(await page.locator('.matrix tbody tr').count()).toBe(count);
    await visitor.leave();
  });

  it('narrows the audit in its address, and takes exactly that away', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    const { page } = visitor;
    await visitor.open('/admin/history');
    await visitor.signIn(server.account('administrator'));
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByRole('combobox', { name: 'What' }).selectOption('finding.recorded');
    await page.waitForURL((url) => url.searchParams.get('action') === 'finding.recorded');
    await page
      .getByRole('cell', { name: /^Finding/ })
      .first()
      .waitFor();
    await page.getByRole('searchbox').fill('no words like these');
    await page.locator('k-history-table .empty').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.waitForURL((url) => !url.searchParams.has('action') && !url.searchParams.has('find'));
    await page.getByRole('combobox', { name: 'What' }).selectOption('round.opened');
    await page
      .getByRole('cell', { name: /^Round opened/ })
      .first()
      .waitFor();
    await visitor.expectAccessible();
    const shown = await page.locator('k-history-table tbody tr').count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(1 + shown);
    await expectCardsOnAPhone(visitor);
    await visitor.leave();
  });
});

inFull('says so and can be tried again where its texts do not arrive, instead of staying blank', async () => {
  const visitor = await Visitor.arrive(browser, server.origin, { mayFail: true });
  const { page } = visitor;
  await page.route('**/admin/**/*.js', async (route) => {
    const answer = await route.fetch();
    const isTexts = (await answer.text()).includes('Cities and indicators');
    await (isTexts ? route.abort() : route.fulfill({ response: answer }));
  });
  await page.goto(`${server.origin}/admin/`);
  await page.getByRole('heading', { level: 1, name: 'The dashboard could not be loaded' }).waitFor();
  await visitor.expectToRead('Nie udało się wczytać panelu');
  await visitor.expectAccessible();
  await visitor.expectToFit();
  await visitor.picture('cannot-begin');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await visitor.leave();
});
