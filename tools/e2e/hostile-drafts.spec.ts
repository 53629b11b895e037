import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  acceptInvitation,
  inviteAccount,
  addressOf,
  changeDraft,
  createDraft,
  exportVersion,
  importDraft,
  languageCookie,
  listAssessments,
  listVersions,
  readDraft,
  readSession,
  reviseTexts,
  type Endpoint,
  type ResponseOf,
} from '@kilim/contracts';
import { sha256 } from '@kilim/indicators';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { launchBrowser } from './support/browser.js';
import { inFull } from './support/effort.js';
import { DemoServer } from './support/server.js';
import { Visitor } from './support/visitor.js';

/** Runs in every page that takes it for more than text. */
const MARKUP = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><b>bold</b> {{7*7}} `;
const SHOWN = '<script>globalThis.ran=1</script><b>bold</b> {{7*7}}';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function coordinator(): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin);
  await visitor.open('/admin/questionnaires');
  await visitor.signIn(server.account('coordinator'));
  await visitor.page.getByRole('heading', { name: 'Questionnaires', level: 1 }).waitFor();
  return visitor;
}

/** Asks the server as whoever is signed in on a page. */
async function ask<E extends Endpoint>(
  { request }: Page,
  endpoint: E,
  {
    params = {},
    query = {},
    body,
  }: { params?: Record<string, string>; query?: Record<string, string>; body?: object } = {},
): Promise<ResponseOf<E>> {
  const bytes = endpoint === (importDraft as Endpoint);
  const response = await request.fetch(server.origin + addressOf(endpoint.path, params, query), {
    method: endpoint.method,
    ...(body && { data: bytes ? Buffer.from(JSON.stringify(body)) : body }),
    ...(bytes && { headers: { 'content-type': 'application/octet-stream' } }),
  });
  if (!response.ok()) throw new Error(`${endpoint.path}: ${await response.text()}`);
  return (await response.json()) as ResponseOf<E>;
}

async function programmeOf(page: Page): Promise<string> {
  const { memberships } = await ask(page, readSession);
  return memberships.find(({ scope }) => scope === 'programme')?.scopeId ?? '';
}

/** Somebody else who may write in the programme, signed in by an invitation. */
async function secondCoordinator(scopeId: string): Promise<Visitor> {
  const administrator = await Visitor.arrive(browser, server.origin);
  await administrator.open('/admin/');
  await administrator.signIn(server.account('administrator'));
  await administrator.page.locator('.menu--account').waitFor();
  const { invitation } = await ask(administrator.page, inviteAccount, {
    body: {
      ...{ email: 'ola.second@kilim.example', name: 'Ola Second', language: 'en' },
      membership: { role: 'coordinator', scope: 'programme', scopeId },
    },
  });
  await administrator.leave();
  const other = await Visitor.arrive(browser, server.origin);
  const body = { token: invitation?.token ?? '', password: 'a long enough password 7' };
  await ask(other.page, acceptInvitation, { body });
  return other;
}

/** The newest version of the demo as its file. */
async function shippedFile(page: Page) {
  const { versions } = await ask(page, listVersions);
  const versionId = versions.find(({ version }) => version.startsWith('2026'))?.id ?? '';
  const file = (await ask(page, exportVersion, {
    params: { versionId },
    query: { format: 'kilim' },
  })) as unknown as {
    questionnaire: { version: string };
    source: { language: string; texts: Record<string, string> };
    translations: readonly {
      language: string;
      texts: Record<string, { text: string; of: string }>;
    }[];
  };
  return { versionId, file };
}

const marked = (text: string): string => `${MARKUP}${text}`.slice(0, 1900);

/** The words stand there, and nothing of them became part of the page or ran. */
async function expectMerelyText(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const within = page.frames();
  const shown = await Promise.all(
    within.map((frame) =>
      frame.evaluate((words) => {
        const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
        return document.body.innerText.includes(words) || fields.some(({ value }) => value.includes(words));
      }, SHOWN),
    ),
  );
  expect([page.url(), shown.some(Boolean)]).toEqual([page.url(), true]);
  for (const frame of within) {
    const ran = await frame.evaluate(() => [
      'ran' in globalThis,
      document.querySelector('img[src="x"], main b > script, main script') !== null,
    ]);
    expect([frame.url(), ...ran]).toEqual([frame.url(), false, false]);
  }
}

describe('HTML and scripts in every text', () => {
  inFull(
    'are text in the editor, the preview, translations, library, history and change report',
    async () => {
      const visitor = await coordinator();
      const { page } = visitor;
      const { file } = await shippedFile(page);
      const texts = Object.fromEntries(
        Object.entries(file.source.texts).map(([key, text]) => [key, marked(text)]),
      );
      const translations = file.translations.map(({ language, texts: translated }) => ({
        language,
        texts: Object.fromEntries(
          Object.entries(translated).map(([key, each]) => [
            key,
            { ...each, text: marked(each.text), of: sha256(texts[key] ?? '') },
          ]),
        ),
      }));
      const body = { ...file, source: { ...file.source, texts }, translations };
      const { draft } = await ask(page, importDraft, {
        params: { programmeId: await programmeOf(page) },
        query: { format: 'kilim', apply: 'true', version: '2099.1' },
        body,
      });
      const at = `/admin/questionnaires/drafts/${draft?.id ?? ''}`;
      const code =
        Object.keys(texts)
          .find((key) => key.endsWith('.help'))
          ?.replace('.help', '') ?? '';

      for (const address of [
        '/admin/questionnaires',
        ...[`${at}?part=${code}`, `${at}/translations`, `${at}/history`],
      ]) {
        await visitor.open(address);
        await page.locator('main :is(h1, h2)').first().waitFor();
        await page
          .getByText(/Saved on the server|Drafts/)
          .first()
          .waitFor();
        if (address.includes('part=')) {
          const form = page.frameLocator('iframe');
          await form.getByText(SHOWN).locator('visible=true').first().waitFor();
        }
        await expectMerelyText(visitor);
      }
      await visitor.open(`${at}/library`);
      await page.getByRole('searchbox').first().fill('script');
      await visitor.expectToRead(SHOWN);
      await expectMerelyText(visitor);
      await visitor.open(`${at}/publish`);
      await page.getByRole('button', { name: 'Make the change report' }).click();
      await page
        .getByText(/^\d+ cities? moves?$|No city moves/)
        .first()
        .waitFor();
      await expectMerelyText(visitor);
      await visitor.leave();
    },
  );

  inFull(
    'are text in the form of the cities, its print, their score and the pages of those who read it',
    async () => {
      const visitor = await coordinator();
      const { page } = visitor;
      const { versionId, file } = await shippedFile(page);
      const polish = file.translations.find(({ language }) => language === 'pl');
      const { versions } = await ask(page, listVersions);
      const base = versions
        .find(({ id }) => id === versionId)
        ?.languages.find(({ language }) => language === 'pl')?.textRevision;
      await ask(page, reviseTexts, {
        params: { versionId },
        body: {
          ...{ language: 'pl', base },
          texts: Object.fromEntries(
            Object.entries(polish?.texts ?? {}).map(([key, each]) => [
              key,
              { ...each, text: marked(each.text) },
            ]),
          ),
        },
      });
      const { assessments } = await ask(page, listAssessments);
      const of = (city: string) =>
        assessments.find((each) => each.city.name === city && each.version.id === versionId)?.id ?? '';
      const inPolish = (each: Page) =>
        each.evaluate(
          (cookie) => {
            document.cookie = cookie;
          },
          languageCookie('pl', server.origin),
        );
      await inPolish(page);
      for (const address of [`/admin/questionnaires/${versionId}`, `/admin/cities/${of('Nowobrzeg')}`]) {
        await visitor.open(address);
        await visitor.expectToRead(SHOWN);
        await expectMerelyText(visitor);
      }
      const lead = await Visitor.arrive(browser, server.origin);
      await lead.open('/survey/');
      await lead.signIn(server.account('cityLead', 'Linnesund'));
      await inPolish(lead.page);
      for (const place of ['sections/EDU', 'print', 'score', 'review']) {
        await lead.open(`/survey/assessments/${of('Linnesund')}/${place}`);
        await lead.expectToRead(SHOWN);
        await expectMerelyText(lead);
      }
      await lead.leave();
      await visitor.leave();
    },
  );
});

describe('a draft that somebody has just changed', () => {
  inFull('is published only once that is looked at, also by somebody whom nobody could tell', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    const programmeId = await programmeOf(page);
    const { file } = await shippedFile(page);
    const { draft } = await ask(page, importDraft, {
      params: { programmeId },
      query: { format: 'kilim', apply: 'true', version: '1' },
      body: { ...file, questionnaire: { ...file.questionnaire, code: 'OTHER' }, translations: [] },
    });
    const draftId = draft?.id ?? '';
    const other = await secondCoordinator(programmeId);
    const retitle = async (title: string): Promise<void> => {
      const { content, revision } = await ask(other.page, readDraft, { params: { draftId } });
      const was = content.source.texts['questionnaire.title'];
      const changes = [{ op: 'text', part: 'questionnaire', field: 'title', value: title, was }];
      await ask(other.page, changeDraft, {
        params: { draftId },
        body: { changeId: uuidv7(), baseRevision: revision, changes },
      });
    };

    const publish = page.locator('main').getByRole('button', { name: 'Publish' });
    const untilNothingIsInTheWay = async (): Promise<void> => {
      await publish.waitFor();
      await page.locator('#publish-why li').waitFor({ state: 'detached' });
    };
    await visitor.open(`/admin/questionnaires/drafts/${draftId}/publish`);
    await untilNothingIsInTheWay();
    await retitle('Said just before');
    await visitor.expectToRead(/has changed the draft while you were here/);
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: 'I have seen it' }).click();
    await untilNothingIsInTheWay();

    // Nobody can tell this page any more; the server refuses what it has not seen.
    await page.route(/\/events\b/, (route) => route.abort());
    await page.reload();
    await untilNothingIsInTheWay();
    await retitle('Said without being heard');
    await publish.click();
    await visitor.expectToRead('The draft has changed since you looked at it');
    await visitor.expectAccessible();
    const { state, content } = await ask(page, readDraft, { params: { draftId } });
    expect([state, content.source.texts['questionnaire.title']]).toEqual([
      'open',
      'Said without being heard',
    ]);
    await other.leave();
    await visitor.leave();
  });
});

describe('a connection lost in mid-edit', () => {
  inFull('loses nothing, also over a reload', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    const draft = await ask(page, createDraft, {
      params: { programmeId: await programmeOf(page) },
      body: { from: { kind: 'version', versionId: (await shippedFile(page)).versionId, version: '2098.1' } },
    });
    await visitor.open(`/admin/questionnaires/drafts/${draft.id}`);
    const title = page.getByRole('textbox', { name: 'Title', exact: true });
    await title.waitFor();
    await page.route('**/changes', (route) => route.abort());
    await title.fill('Typed while nothing could be sent');
    await visitor.expectToRead(/Saved on this device/);
    await page.reload();
    await title.waitFor();
    expect(await title.inputValue()).toBe('Typed while nothing could be sent');
    await page.unroute('**/changes');
    await visitor.expectToRead(/^Saved on the server/);
    const { content } = await ask(page, readDraft, { params: { draftId: draft.id } });
    expect(content.source.texts['questionnaire.title']).toBe('Typed while nothing could be sent');
    await visitor.leave();
  });
});

describe('a hostile SurveyJS file', () => {
  const deep = (levels: number): object =>
    levels === 0
      ? { type: 'text', name: 'bottom', title: 'Bottom' }
      : { type: 'panel', name: `p${String(levels)}`, elements: [deep(levels - 1)] };

  inFull('says what is lost of it and runs nothing, or says why it cannot be read', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    const choose = async (file: object | string): Promise<void> => {
      await visitor.open('/admin/questionnaires/import');
      await page.getByLabel('Format').selectOption('surveyjs');
      await page.getByLabel('File', { exact: true }).setInputFiles({
        ...{ name: 'hostile.json', mimeType: 'application/json' },
        buffer: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
      });
    };
    await choose({
      title: MARKUP,
      logo: 'javascript:alert(1)',
      pages: [
        {
          name: '__proto__',
          elements: [
            {
              type: 'text',
              name: 'constructor',
              title: MARKUP,
              validators: [{ type: 'expression', expression: 'process.exit()' }],
            },
            {
              type: 'radiogroup',
              name: 'q',
              title: 'Which?',
              visibleIf: 'fetch("https://evil.example") = 1',
              choices: ['a', { value: 'a', text: MARKUP }],
            },
            { type: 'html', name: 'h', html: MARKUP },
            { type: 'javascript:alert(1)', name: 'j' },
            deep(40),
          ],
        },
      ],
      triggers: [{ type: 'runexpression', expression: '{q} = 1', runExpression: 'alert(1)' }],
    });
    await page.getByRole('heading', { name: 'What was lost' }).waitFor();
    await expectMerelyText(visitor);
    await visitor.expectAccessible();
    for (const unreadable of [
      '{"pages": [',
      '[]',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '{"__proto__": {"polluted": true}, "pages": {"length": 1e9}}',
    ]) {
      await choose(unreadable);
      await page.locator('.msg').first().waitFor();
      expect(await page.getByRole('button', { name: 'Make a draft of it' }).count()).toBe(0);
    }
    await visitor.leave();
  });
});
