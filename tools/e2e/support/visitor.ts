import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoAccount } from './server.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How somebody looks at it. */
export interface Surroundings {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The server goes away meanwhile: that it says so (503) is then no fault. */
  readonly serverGoes?: boolean;
  /** A part of the program is to be missing: that the page says so to its console is then no fault. */
  readonly mayFail?: boolean;
  /** Whether a test answers in the server's place: then no worker may answer before it. */
  readonly isPlanted?: boolean;
}

/** How long a visitor waits for what should come within a second, on a slow machine. */
const WAIT_MS = 20_000;

export const DESK = { width: 1440, height: 1000 };
export const PHONE = { width: 375, height: 812 };

/**
 * Somebody with a browser window of their own. Whatever a visitor must never meet is noted on the way and fails the
 * journey: a violation of the content security policy, an error in the page, a request to another host.
 */
export class Visitor {
  readonly #complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly origin: string,
    private readonly surroundings: Surroundings,
  ) {}

  static async arrive(browser: Browser, origin: string, surroundings: Surroundings = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: surroundings.viewport ?? DESK,
      colorScheme: surroundings.colorScheme ?? 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/Brussels',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(WAIT_MS);
    if (surroundings.isPlanted === true) await context.addInitScript(withoutWorkers);
    const page = await context.newPage();
    const visitor = new Visitor(page, context, origin, surroundings);
    await visitor.#listen();
    return visitor;
  }

  /** Opens an address of the product, and waits until its program runs. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.page.locator('#first').waitFor({ state: 'detached' });
  }

  /** Signs in on whatever sign-in page is open. */
  async signIn(account: DemoAccount): Promise<void> {
    await this.page.getByLabel('E-mail').fill(account.email);
    await this.page.getByLabel('Password').fill(account.password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    // The button itself says something else while the server is asked.
    await this.page.locator('input[type="password"]').waitFor({ state: 'detached' });
  }

  /** Waits until these words stand somewhere where they can be seen. */
  async expectToRead(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).locator('visible=true').first().waitFor();
  }

  /** Expects no accessibility fault that axe can find in the page as it is, with nothing excluded. */
  async expectAccessible(): Promise<void> {
    expect(await this.accessibilityFaults()).toEqual([]);
  }

  /** What axe finds in the page as it is, with nothing excluded: a line for each element. */
  async accessibilityFaults(): Promise<readonly string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary.replaceAll('\n', ' ')}`,
        ),
      );
    });
  }

  /** Expects that nothing runs out of the window sideways. */
  async expectToFit(): Promise<void> {
    expect(await this.excessWidth()).toBeLessThanOrEqual(0);
  }

  /** By how many pixels the page is wider than its window. */
  async excessWidth(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Takes a picture of what the window shows, from the top, when `npm run screenshots` asks for pictures. */
  async picture(name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS'];
    if (!folder) return;
    await this.page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** Ends the visit; fails if anything went wrong behind the visitor's back. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.#complaints).toEqual([]);
  }

  async #listen(): Promise<void> {
    await this.page.exposeFunction('kilimComplain', (text: string) => this.#complaints.push(text));
    await this.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { kilimComplain } = globalThis as unknown as { kilimComplain(text: string): void };
        kilimComplain(
          `content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`,
        );
      });
    });
    const { serverGoes = false, mayFail = false } = this.surroundings;
    this.page.on('pageerror', (error) => {
      if (!mayFail) this.#complaints.push(`error in the page: ${error.message}`);
    });
    this.page.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = url.origin === this.origin || url.protocol === 'blob:' || url.protocol === 'data:';
      if (!isOurs) this.#complaints.push(`request to another host: ${request.url()}`);
    });
    this.page.on('response', (response) => {
      const isAway = serverGoes && response.status() === 503;
      if (response.status() >= 500 && !isAway)
        this.#complaints.push(`${response.status()} from ${response.url()}`);
    });
  }
}

/** Makes the browser one that knows no service workers. */
function withoutWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}
