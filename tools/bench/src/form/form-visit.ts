import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { timeInKeys } from './time-in-keys.js';

/** As if on a processor four times as slow: a laptop that an administration hands out. */
const SLOWER = 4;
/** A network of 1.6 Mbit/s whose answers are 150 ms away. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
/** So long nothing is done, so that what a page does by itself is through. */
const CALM_MS = 3000;
const BETWEEN_LETTERS_MS = 120;

/** What typing answers took. */
export interface Typing {
  /** For how long the keys of one answer held the page, in milliseconds of processor time. */
  readonly held: number;
  /** All that the page had to do for one answer, then and later, in milliseconds of processor time. */
  readonly whole: number;
  /** The longest from a key until what follows from it was painted, in milliseconds. */
  readonly worst: number;
}

/** Somebody's browser: empty at first, and as slow as those of administrations are. */
export class FormVisit {
  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly wire: CDPSession,
  ) {}

  static async begin(browser: Browser, origin: string, cookie?: string): Promise<FormVisit> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    context.setDefaultTimeout(120_000);
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie !== undefined) await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await page.addInitScript(noteWhatIsSeen);
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    // Processor time: what else runs on the machine is not the page's work.
    await wire.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new FormVisit(browser, context, page, wire);
  }

  end(): Promise<void> {
    return this.context.close();
  }

  /** Opens a page over a slow network; answers when the largest thing in it was painted, in milliseconds. */
  async largestPaint(address: string, ready: string): Promise<number> {
    await this.page.goto('about:blank');
    await this.#slow(SLOW_NETWORK);
    // To look for something a script is put into the page, and on this processor it would hold up what it looks for.
    await this.page.goto(address, { waitUntil: 'load' });
    await this.page.locator(ready).first().waitFor({ state: 'attached' });
    await this.page.waitForTimeout(CALM_MS);
    const painted = await this.page.evaluate(takeLargest);
    await this.#quick();
    return painted;
  }

  /** Opens a page and types two digits into each of so many fields, going on with Tab. */
  async type(address: string, fields: string, answers: number): Promise<Typing> {
    await this.page.goto(address);
    await this.page
      .locator(fields)
      .nth(answers - 1)
      .waitFor();
    await this.#slow();
    await this.page.waitForTimeout(CALM_MS);
    await this.page.evaluate(takeInteractions);
    await this.browser.startTracing(this.page, { categories: ['devtools.timeline'] });
    const before = await this.#worked();
    for (let at = 0; at < answers; at += 1) {
      await this.page.locator(fields).nth(at).focus();
      await this.page.keyboard.type('42', { delay: BETWEEN_LETTERS_MS });
      await this.page.keyboard.press('Tab');
      await this.page.waitForTimeout(BETWEEN_LETTERS_MS);
    }
    const whole = ((await this.#worked()) - before) / answers;
    const held = timeInKeys(await this.browser.stopTracing()) / answers;
    await this.page.waitForTimeout(CALM_MS);
    const worst = Math.max(0, ...(await this.page.evaluate(takeInteractions)));
    await this.#quick();
    return { held, whole, worst };
  }

  /** For how long the page's main thread has worked, in milliseconds. */
  async #worked(): Promise<number> {
    const { metrics } = await this.wire.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }

  async #slow(network?: typeof SLOW_NETWORK): Promise<void> {
    await this.wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    if (network) await this.wire.send('Network.emulateNetworkConditions', network);
  }

  async #quick(): Promise<void> {
    await this.wire.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const open = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await this.wire.send('Network.emulateNetworkConditions', open);
  }
}

interface Noting {
  largest?: number;
  interactions?: Map<number, number>;
}

/** Notes the largest paint, and how long each interaction takes until it is painted, as browsers measure it. */
function noteWhatIsSeen(): void {
  const noting = globalThis as Noting;
  const longest = new Map<number, number>();
  noting.interactions = longest;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) noting.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const watch = new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId > 0) longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
  });
  // The library's types do not know the threshold yet; without it only what takes 104 milliseconds is told.
  watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

function takeLargest(): number {
  return (globalThis as Noting).largest ?? Number.NaN;
}

function takeInteractions(): number[] {
  const noted = (globalThis as Noting).interactions ?? new Map<number, number>();
  const durations = [...noted.values()];
  noted.clear();
  return durations;
}
