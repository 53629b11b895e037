import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor, type Surroundings } from './support/visitor.js';

const ANSWERING = 'Linnesund';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A city lead at the section on language, where some answers have evidence and some have none. */
async function atEvidence(surroundings?: Surroundings): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin, surroundings);
  await visitor.open('/survey/');
  await visitor.signIn(server.account('cityLead', ANSWERING));
  await visitor.page.waitForURL('**/assessments/*');
  await visitor.page.goto(`${visitor.page.url().replace(/\/$/, '')}/sections/LAN`);
  await visitor.page.getByRole('group', { name: 'Evidence for LAN.3' }).waitFor();
  return visitor;
}

const evidenceFor = (page: Page, code: string) => page.getByRole('group', { name: `Evidence for ${code}` });

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

describe('a file as evidence', () => {
  it('is chosen, sent, described, and saved again as it was', async () => {
    const visitor = await atEvidence();
    const { page } = visitor;
    const files = evidenceFor(page, 'LAN.3');
    const choosing = page.waitForEvent('filechooser');
    await files.getByRole('button', { name: 'Add a file' }).click();
    await (await choosing).setFiles(file('Waiting_times 2025.pdf', PDF));
    await files.getByText('The file has arrived').waitFor();
    expect(await files.getByLabel('Title').inputValue()).toBe('Waiting times 2025');
    await files.getByLabel('Where in it').fill('page 2');
    await visitor.expectAccessible();
    await files.getByRole('button', { name: 'Add evidence' }).click();
    const link = files.getByRole('link', { name: 'Waiting times 2025' });
    await link.waitFor();
    await files.getByText(/PDF 1 kB/).waitFor();
    await visitor.expectAccessible();
    await visitor.picture('evidence-light');
    const saving = page.waitForEvent('download');
    await link.click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('Waiting_times 2025.pdf');
    expect(readFileSync(await saved.path())).toEqual(PDF);
    await visitor.leave();
  });

  it('that is not taken says why, keeps what was typed, and makes room for another one', async () => {
    const visitor = await atEvidence({ viewport: PHONE, colorScheme: 'dark' });
    const { page } = visitor;
    const files = evidenceFor(page, 'LAN.1');
    const chooser = files.locator('input[type=file]');
    await chooser.setInputFiles(file('minutes.pdf', Buffer.from('<html><script>alert(1)</script>')));
    await files.getByText('Files of this kind are not taken').waitFor();
    await files.getByRole('button', { name: 'Send again' }).waitFor();
    await visitor.expectAccessible();
    await visitor.expectToFit();
    await chooser.setInputFiles(file('drawing.svg', Buffer.from('<svg/>')));
    await files.getByText('Taken are PDF, pictures', { exact: false }).waitFor();
    await files.getByLabel('Title').fill('Drawing');
    await files.getByRole('button', { name: 'Add evidence' }).click();
    expect(await files.getByLabel('Title').inputValue()).toBe('Drawing');
    await files.getByRole('button', { name: 'Cancel' }).click();
    expect(await files.getByLabel('Title').count()).toBe(0);
    await visitor.leave();
  });

  it('is sent again when the network breaks, and only then described', async () => {
    const visitor = await atEvidence();
    const { page } = visitor;
    const files = evidenceFor(page, 'LAN.4');
    await page.route('**/files/*', (route) => route.abort());
    await files.locator('input[type=file]').setInputFiles(file('act.pdf', PDF));
    await files.getByRole('button', { name: 'Send again' }).waitFor();
    await page.unroute('**/files/*');
    await files.getByRole('button', { name: 'Send again' }).click();
    await files.getByRole('button', { name: 'Add evidence' }).click();
    await files.getByRole('link', { name: 'act' }).waitFor();
    await visitor.leave();
  });
});

it('a link whose title has no place to break stays within a narrow window', async () => {
  const visitor = await atEvidence({ viewport: { width: 320, height: 640 } });
  const files = evidenceFor(visitor.page, 'LAN.2');
  const title = 'Wartezeitenbericht'.repeat(13);
  await files.getByRole('button', { name: 'Add a link or document' }).click();
  await files.getByLabel('Title').fill(title);
  await files.getByLabel('Address').fill('https://example.org/report');
  await files.getByRole('button', { name: 'Add evidence' }).click();
  await files.getByRole('link', { name: title }).waitFor();
  await visitor.expectToFit();
  await visitor.leave();
});
