import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '@kilim/contracts';
import type { Browser, Page, Route } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import type { Look, Who } from './support/look.js';
import { LOOKS } from './support/looks.js';
import { type Places, placesIn } from './support/places.js';
import { pagesOfRouters } from './support/routes.js';
import { DemoServer } from './support/server.js';
import { isWholeSweep } from './support/sweep.js';
import { DESK, PHONE, Visitor } from './support/visitor.js';

/** A window of 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
/** What a server answers that refuses; where it fails, the form goes on with the copy it has. */
const REFUSAL = {
  ...PROBLEMS['access.forbidden'],
  type: 'about:blank',
  code: 'access.forbidden',
  detail: 'Ask the person who runs this service.',
  places: [],
  requestId: 'planted',
};

/** What `npm run sweep` does beyond `npm test`, which has no time for every state of every page. */
const inTheWhole = isWholeSweep ? it : it.skip;

let server: DemoServer;
let browser: Browser;
let places: Places;
/** One window for each who looks, signed in once. */
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
  const [coordinator, administrator] = [
    await visitorFor({ role: 'coordinator' }),
    await visitorFor({ role: 'administrator' }),
  ];
  places = await placesIn(server, coordinator.page, administrator.page);
}, 180_000);

afterAll(async () => {
  const ends = await Promise.allSettled([...visitors.values()].map((visitor) => visitor.leave()));
  await browser?.close();
  await server?.stop();
  expect(ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))).toEqual([]);
});

async function visitorFor(who: Who | undefined): Promise<Visitor> {
  const key = `${who?.role ?? 'nobody'} ${who?.city ?? ''}`;
  const known = visitors.get(key);
  if (known) return known;
  const visitor = await Visitor.arrive(browser, server.origin, { isPlanted: true });
  visitors.set(key, visitor);
  if (who !== undefined) {
    await visitor.open(who.role.startsWith('city') ? '/survey/' : '/admin/');
    await visitor.signIn(server.account(who.role, who.city));
  }
  return visitor;
}

it('every page of both routers is looked at, and nothing else', () => {
  expect(Object.keys(LOOKS).sort()).toEqual(pagesOfRouters());
});

describe.each(Object.entries(LOOKS))('%s', (_route, look) => {
  it('is accessible in both themes, on a desk and on a phone, and fits at 400 %', async () => {
    const visitor = await visitorFor(look.as);
    const faults = [
      ...(await faultsOf('full', visitor, () => full(visitor, look))),
      ...(await reflowFaults(visitor)),
    ];
    expect(faults).toEqual([]);
  });

  inTheWhole('is accessible in every other state, and with few colours', async () => {
    const visitor = await visitorFor(look.as);
    const faults = [
      ...(await fewColoursFaults(visitor, look)),
      ...(await openedFaults(visitor, look)),
      ...(look.reads !== false ? await faultsOf('loading', visitor, () => loading(visitor, look)) : []),
      ...(look.reads !== false ? await faultsOf('problem', visitor, () => failing(visitor, look)) : []),
      ...(look.empty === undefined ? [] : await faultsOf('empty', visitor, () => empty(visitor, look))),
    ];
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(faults).toEqual([]);
  });
});

/** The faults of one state: in the light on a desk, in the dark on a phone. */
async function faultsOf(
  state: string,
  visitor: Visitor,
  arrange: () => Promise<void>,
): Promise<readonly string[]> {
  const { page } = visitor;
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
  await arrange();
  const faults: string[] = [];
  for (const [width, viewport, colorScheme] of [
    ['desk', DESK, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await painted(visitor);
    const found = await visitor.accessibilityFaults();
    faults.push(...found.map((fault) => `${state}, ${width}, ${colorScheme}: ${fault}`));
    if ((await visitor.excessWidth()) > 0) faults.push(`${state}, ${width}: it does not fit the window`);
  }
  return faults;
}

/** The page as it is now, at 400 %. */
async function reflowFaults(visitor: Visitor): Promise<readonly string[]> {
  await visitor.page.setViewportSize(ZOOMED);
  await painted(visitor);
  return (await visitor.excessWidth()) > 0 ? ['full, 400 %: it does not fit the window'] : [];
}

/** The page in the few colours that its reader has chosen for all pages. */
async function fewColoursFaults(visitor: Visitor, look: Look): Promise<readonly string[]> {
  const { page } = visitor;
  await page.setViewportSize(DESK);
  await full(visitor, look);
  await page.emulateMedia({ forcedColors: 'active' });
  await painted(visitor);
  const found = await visitor.accessibilityFaults();
  await page.emulateMedia({ forcedColors: 'none' });
  return found.map((fault) => `full, forced colours: ${fault}`);
}

async function openedFaults(visitor: Visitor, look: Look): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [name, open] of Object.entries(look.opened ?? {})) {
    faults.push(
      ...(await faultsOf(name, visitor, async () => {
        await full(visitor, look);
        await open(visitor.page);
      })),
    );
  }
  return faults;
}

/** A page of each app that is not there, with what it says: from there any page is entered anew, loading but itself. */
const NOWHERE = {
  admin: { address: '/admin/no/such/page', title: 'There is no such page' },
  survey: { address: '/survey/no/such/page', title: 'There is nothing here' },
};

const MOST_TURNS = 10;
const LISTENS_WITHIN_MS = 2000;

/** Follows an address as a link within the app would, where that app is open and not wanted anew; else opens it. */
async function goTo(visitor: Visitor, address: string, isAnew = false): Promise<void> {
  const { page } = visitor;
  const app = address.startsWith('/survey') ? 'survey' : 'admin';
  if (isAnew || !page.url().includes(`/${app}/`)) return visitor.open(address);
  const nowhere = page.getByRole('heading', { level: 1, name: NOWHERE[app].title });
  // An app that has only just begun does not listen yet.
  for (let turn = 0; turn < MOST_TURNS && !(await nowhere.isVisible()); turn += 1) {
    await follow(page, NOWHERE[app].address);
    await nowhere.waitFor({ timeout: LISTENS_WITHIN_MS }).catch(() => undefined);
  }
  await nowhere.waitFor();
  if (address === NOWHERE[app].address) return;
  await follow(page, address);
  await nowhere.waitFor({ state: 'detached' });
}

async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, address);
}

/** The page with all that it has. */
async function full(visitor: Visitor, look: Look): Promise<void> {
  const { page } = visitor;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await goTo(visitor, look.address(places));
  await arrived(page);
}

/** The page while the server takes its time. */
async function loading(visitor: Visitor, look: Look): Promise<void> {
  await onReads(visitor, () => new Promise(() => undefined));
  await goTo(visitor, look.address(places), look.reads === 'once');
  await visitor.page.locator('.loading').first().waitFor();
}

/** The page when the server gives it nothing. */
async function failing(visitor: Visitor, look: Look): Promise<void> {
  await onReads(visitor, (route) =>
    route.fulfill({ status: REFUSAL.status, contentType: 'application/problem+json', json: REFUSAL }),
  );
  await goTo(visitor, look.address(places), look.reads === 'once');
  await visitor.page.locator('.problem').first().waitFor();
}

/** The page where there is nothing yet. */
async function empty(visitor: Visitor, look: Look): Promise<void> {
  await onReads(visitor, (route) => {
    const { pathname } = new URL(route.request().url());
    const end = Object.keys(look.empty ?? {}).find((each) => pathname.endsWith(each));
    return end === undefined ? route.continue() : route.fulfill({ json: look.empty?.[end] });
  });
  await goTo(visitor, look.address(places));
  await arrived(visitor.page);
}

/** What happens to whatever a page reads; who is signed in is asked as ever. */
async function onReads({ page }: Visitor, answer: (route: Route) => Promise<unknown>): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route(/\/api\/(?!session)/, answer);
}

/** Until the page says what it is, and waits for nothing any more. */
async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.loading') === null &&
      (document.querySelector('main h1')?.textContent ?? '').trim() !== '',
  );
}

/** Until what was asked for last is on the screen. */
async function painted({ page }: Visitor): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
