import type { BrowserContext, Page } from 'playwright-core';
import type { DemoServer } from './server.js';
import type { Visitor } from './visitor.js';

/** The city of the demo that is still answering. */
export const ANSWERING = 'Linnesund';

/** Goes to a section of the city's questionnaire, signing in on the way. */
export async function openSection(
  visitor: Visitor,
  server: DemoServer,
  code: string,
  role = 'cityLead',
): Promise<void> {
  const { page } = visitor;
  await visitor.open('/survey/');
  await visitor.signIn(server.account(role, ANSWERING));
  await page.waitForURL('**/assessments/*');
  await page.goto(`${page.url().replace(/\/$/, '')}/sections/${code}`);
  await question(page, `${code}.1`).locator('.q__foot').waitFor();
}

/** A question with everything around it. */
export const question = (page: Page, code: string) => page.locator(`section.q[id="${code}"]`);

/** Where one types the answer to a question. */
export const field = (page: Page, code: string) =>
  question(page, code).locator('.q__body :is(input, textarea)').first();

/** Lets no request reach the server, or lets them again. */
export async function cutNetwork(context: BrowserContext, isCut: boolean): Promise<void> {
  await context.setOffline(isCut);
}

/** What the page says of one answer's way to the server. */
export const savedAt = (page: Page, code: string) => question(page, code).locator('.q__foot .saved');

/** Waits until this stands where one types the answer, as when somebody else has typed it. */
export async function expectValue(page: Page, code: string, words: string): Promise<void> {
  await page.waitForFunction(
    ([code, words]) =>
      document.querySelector<HTMLInputElement>(`[id="${code}"] .q__body :is(input, textarea)`)?.value ===
      words,
    [code, words] as const,
  );
}
