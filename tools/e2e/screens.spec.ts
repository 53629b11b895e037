import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { pictured } from './support/pictured.js';
import { type Places, placesIn } from './support/places.js';
import { DemoServer } from './support/server.js';
import { type Surroundings, PHONE, Visitor } from './support/visitor.js';

/** Room for the score and all its indicators. */
const TALL = { width: 1440, height: 1400 };

pictured('the screens of the README', () => {
  let server: DemoServer;
  let browser: Browser;
  let places: Places;

  beforeAll(async () => {
    [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
    const [coordinator, administrator] = [await visitor('coordinator'), await visitor('administrator')];
    places = await placesIn(server, coordinator.page, administrator.page);
    await Promise.all([coordinator.leave(), administrator.leave()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function visitor(role: string, surroundings: Surroundings = {}, city?: string): Promise<Visitor> {
    const arrived = await Visitor.arrive(browser, server.origin, surroundings);
    await arrived.open(city === undefined ? '/admin/' : '/survey/');
    await arrived.signIn(server.account(role, city));
    // The bar on top is there once somebody is.
    await arrived.page.locator('header.top').waitFor();
    return arrived;
  }

  async function picture(
    looking: Visitor,
    name: string,
    address: string,
    ready: (page: Page) => Promise<unknown>,
  ): Promise<void> {
    await looking.open(address);
    await ready(looking.page);
    await looking.picture(name);
    await looking.leave();
  }

  it('a city with its charts', async () => {
    await picture(
      await visitor('coordinator', { viewport: TALL }),
      'city-light',
      `/admin/cities/${places.assessmentOf('Nowobrzeg')}`,
      (page) => page.getByRole('heading', { name: /^Strong, weak/ }).waitFor(),
    );
  });

  it('the published figures', async () => {
    await picture(await visitor('coordinator'), 'published-light', '/admin/published-figures', (page) =>
      page.getByRole('heading', { name: 'All results with their sources' }).waitFor(),
    );
  });

  it('the rounds and the people, as the administrator sees them', async () => {
    await picture(await visitor('administrator'), 'rounds-light', '/admin/rounds', (page) =>
      page.getByRole('link', { name: 'ICI 2023' }).waitFor(),
    );
    await picture(
      await visitor('administrator', { colorScheme: 'dark' }),
      'people-dark',
      '/admin/accounts',
      (page) => page.getByRole('link', { name: 'Helena Vasari' }).waitFor(),
    );
  });

  it('a question in the editor, beside the form', async () => {
    await picture(
      await visitor('coordinator'),
      'editor-light',
      `/admin/questionnaires/drafts/${places.draftId}`,
      async (page) => {
        await page.getByRole('button', { name: 'Go to' }).click();
        await page.getByRole('combobox', { name: 'Code or words' }).fill('COM.2');
        await page
          .getByRole('option', { name: /^COM\.2/ })
          .first()
          .click();
        await page.getByRole('heading', { level: 2, name: /^COM\.2/ }).waitFor();
        await page
          .frameLocator('iframe')
          .getByRole('radio', { name: 'Being drafted', exact: true })
          .waitFor();
      },
    );
  });

  it('the form on a phone', async () => {
    await picture(
      await visitor('cityLead', { viewport: PHONE }, 'Linnesund'),
      'form-phone-light',
      `/survey/assessments/${places.assessmentOf('Linnesund')}/sections/EDU`,
      (page) => page.getByRole('checkbox').first().waitFor(),
    );
  });
});
