import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createDraft,
  discardDraft,
  readDraft,
  readSession,
  type Draft,
  type DraftSummary,
  type Session,
} from '@kilim/contracts';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { DemoServer, type DemoAccount } from './support/server.js';
import { Visitor } from './support/visitor.js';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody signed in at an address of the dashboard. */
async function arrive(account: DemoAccount, address: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin);
  await visitor.open(address);
  await visitor.signIn(account);
  return visitor;
}

/** A further tab of the same browser. */
async function tab({ page }: Visitor, address: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${server.origin}${address}`);
  return other;
}

/** In a tab whoever is signed in goes, and somebody else comes. */
async function change(page: Page, { email, password }: DemoAccount): Promise<void> {
  await page.locator('.menu--account > summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('k-top-bar').waitFor();
}

describe('two people in one browser', () => {
  it('never write under each other’s names: the page of whoever left waits unseen, with what was typed', async () => {
    const expert = server.account('expert');
    const helena = await arrive(expert, '/admin/verification');
    const { page } = helena;
    await page
      .getByRole('main')
      .getByRole('link', { name: /Verify|Go on|Begin/ })
      .first()
      .click();
    await page.locator('#finding-reason').fill('Half a sentence');
    const other = await tab(helena, '/admin/accounts');
    await change(other, server.account('coordinator'));
    const waiting = page.getByRole('dialog', { name: /is signed in in this browser now/ });
    await waiting.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await waiting.waitFor();
    await helena.expectAccessible();
    expect(await page.locator('#finding-reason').isVisible()).toBe(false);
    await change(other, expert);
    await waiting.waitFor({ state: 'detached' });
    expect(await page.locator('#finding-reason').inputValue()).toBe('Half a sentence');
    await helena.leave();
  });
});

/** A draft of the version that the product ships. */
async function givenDraft({ page }: Visitor): Promise<DraftSummary> {
  const { memberships } = (await (
    await page.request.get(`${server.origin}/api${readSession.path}`)
  ).json()) as Session;
  const programmeId = memberships.find(({ scope }) => scope === 'programme')?.scopeId ?? '';
  const made = await page.request.post(
    `${server.origin}/api${createDraft.path.replace(':programmeId', programmeId)}`,
    {
      data: { from: { kind: 'shipped', version: '2027.1' } },
    },
  );
  return (await made.json()) as DraftSummary;
}

async function contentOf({ page }: Visitor, { id }: DraftSummary): Promise<Draft['content']> {
  const answer = await page.request.get(`${server.origin}/api${readDraft.path.replace(':draftId', id)}`);
  return ((await answer.json()) as Draft).content;
}

describe('a draft in several tabs of one browser', () => {
  it('has what was typed in each of them without a network, also in one that is gone', async () => {
    const jan = await arrive(server.account('coordinator'), '/admin/questionnaires');
    await jan.page.getByRole('heading', { level: 1 }).waitFor();
    const draft = await givenDraft(jan);
    const [first, second] = (await contentOf(jan, draft)).questionnaire.sections.map(({ id }) => id);
    const at = (part: string | undefined) => `/admin/questionnaires/drafts/${draft.id}?part=${part ?? ''}`;
    const [gone, staying] = [await tab(jan, at(first)), await tab(jan, at(second))];
    for (const page of [gone, staying]) await page.locator('k-part-form input').first().waitFor();
    await jan.page.context().setOffline(true);
    const typed: readonly (readonly [Page, string])[] = [
      [gone, 'Typed in the first'],
      [staying, 'Typed in the second'],
    ];
    for (const [page, words] of typed) {
      await page.getByLabel('Title').first().fill(words);
      await page.getByText('Saved on this device, no network').waitFor();
    }
    await gone.close();
    await jan.page.context().setOffline(false);
    await staying.getByText(/Saved on the server/).waitFor();
    const next = await tab(jan, at(first));
    await next.getByText(/Saved on the server/).waitFor();
    const { texts } = (await contentOf(jan, draft)).source;
    expect([texts[`${first ?? ''}.title`], texts[`${second ?? ''}.title`]]).toEqual([
      'Typed in the first',
      'Typed in the second',
    ]);
    await jan.leave();
  });

  it('closes in all of them when it is thrown away, with what was typed last still in view', async () => {
    const jan = await arrive(server.account('coordinator'), '/admin/questionnaires');
    await jan.page.getByRole('heading', { level: 1 }).waitFor();
    const draft = await givenDraft(jan);
    const [section] = (await contentOf(jan, draft)).questionnaire.sections;
    const { page } = jan;
    await jan.open(`/admin/questionnaires/drafts/${draft.id}?part=${section?.id ?? ''}`);
    const title = page.locator('k-part-form').getByLabel('Title').first();
    await title.waitFor();
    // The real form beside it is to have come before the network goes.
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    await page.context().setOffline(true);
    await title.fill('Typed last');
    await page.getByText('Saved on this device, no network').waitFor();
    await page.request.delete(`${server.origin}/api${discardDraft.path.replace(':draftId', draft.id)}`);
    await page.context().setOffline(false);
    await jan.expectToRead('This draft has been thrown away.');
    await jan.expectToRead('What you wrote last is not in the draft');
    expect([await title.isEditable(), await title.inputValue()]).toEqual([false, 'Typed last']);
    await jan.expectAccessible();
    await page.getByRole('button', { name: 'Throw away what I wrote' }).click();
    await page.getByText(/Saved on the server/).waitFor();
    expect(await title.inputValue()).not.toBe('Typed last');
    await jan.leave();
  });

  it('moves a question by cutting and pasting it: it is the same one, until it is pasted again', async () => {
    const jan = await arrive(server.account('coordinator'), '/admin/questionnaires');
    await jan.page.getByRole('heading', { level: 1 }).waitFor();
    const draft = await givenDraft(jan);
    const before = (await contentOf(jan, draft)).questionnaire.sections;
    const [cut, into] = [before[0]?.questions[0]?.id ?? '', before[1]?.questions[0]?.id ?? ''];
    await jan.open(`/admin/questionnaires/drafts/${draft.id}?part=${cut}`);
    const { page } = jan;
    const tree = page.getByRole('tree');
    await tree.waitFor();
    await tree.focus();
    await page.keyboard.press('Control+x');
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Take out' });
    if (await confirm.isVisible()) await confirm.click();
    await jan.open(`/admin/questionnaires/drafts/${draft.id}?part=${into}`);
    await tree.focus();
    await page.keyboard.press('Control+v');
    await page.getByText(/It is the same one/).waitFor();
    await page.keyboard.press('Control+v');
    await page.getByText(/pasted as a new one/).waitFor();
    await page.getByText(/Saved on the server/).waitFor();
    const ids = (await contentOf(jan, draft)).questionnaire.sections[1]?.questions.map(({ id }) => id) ?? [];
    expect(ids.indexOf(cut)).toBe(1);
    expect(ids).toHaveLength((before[1]?.questions.length ?? 0) + 2);
    await jan.leave();
  });
});
