import { addressOf, importDraft, readSession, type ResponseOf } from '@kilim/contracts';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { DemoAccount } from '../../../e2e/support/server.js';
import { quantile } from '../bench.js';
import { largeDraft } from './large-draft.js';

/** As if on a processor four times as slow: a laptop that an administration hands out. */
const SLOWER = 4;
/** The question that is worked at: in the middle, so that there is something before and after it. */
const QUESTION = 'q-5-5';
const FIELD = `#text-${QUESTION}-title`;
const BETWEEN_LETTERS_MS = 150;
const BETWEEN_MOVES_MS = 400;
/** So long nothing is done, so that checks, saving and preview are through. */
const CALM_MS = 3000;
/** How often a draft is opened for one figure: the quickest is the one that least came in between. */
const OPENINGS = 3;
const OPENED_WITHIN_MS = 60_000;

/** What an author waits for at work in one draft. */
export interface EditorPace {
  /** From a letter until it is painted, at the 75th percentile, in milliseconds. */
  readonly typing: number;
  /** From Alt and an arrow until the question is painted at its new place, likewise. */
  readonly moving: number;
  /** Of the largest request that saved what was typed, in bytes. */
  readonly sent: number;
}

/** An author with a browser window, at work in drafts of any size. */
export class EditorVisit {
  readonly #drafts = new Map<number, string>();

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
    private readonly origin: string,
  ) {}

  static async begin(browser: Browser, origin: string, author: DemoAccount): Promise<EditorVisit> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.addInitScript(noteInteractions);
    await page.addInitScript(noteOpening, FIELD);
    await page.goto(`${origin}/admin/questionnaires`);
    await page.locator('input[type=email]').fill(author.email);
    await page.locator('input[type=password]').fill(author.password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.locator('main h1').first().waitFor();
    return new EditorVisit(page, await page.context().newCDPSession(page), origin);
  }

  /**
   * Opens drafts of so many questions each in turn, so that whatever else the machine does meets all alike.
   *
   * @returns how long it took for each, in milliseconds, in the same order
   */
  async openings(sizes: readonly number[]): Promise<readonly number[]> {
    const ids: string[] = [];
    for (const questions of sizes) ids.push(await this.#ready(questions));
    await this.#slow(SLOWER);
    const quickest = ids.map(() => Number.POSITIVE_INFINITY);
    for (let turn = 0; turn < OPENINGS; turn++)
      for (const [at, draftId] of ids.entries())
        quickest[at] = Math.min(quickest[at] ?? 0, await this.#open(draftId));
    await this.#slow(1);
    return quickest;
  }

  /** In a draft of so many questions, types twenty letters and moves a question twelve times. */
  async pace(questions: number): Promise<EditorPace> {
    const draftId = await this.#ready(questions);
    await this.#slow(SLOWER);
    await this.#open(draftId);
    const sizes: number[] = [];
    this.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/changes'))
        sizes.push(request.postDataBuffer()?.byteLength ?? 0);
    });
    const typing = await this.#typing();
    this.page.removeAllListeners('request');
    const moving = await this.#moving();
    await this.#slow(1);
    return { typing, moving, sent: Math.max(...sizes) };
  }

  /** The draft of so many questions. The first visit loads the program and makes the server read the draft. */
  async #ready(questions: number): Promise<string> {
    const known = this.#drafts.get(questions);
    if (known !== undefined) return known;
    const draftId = await this.#draft(questions);
    this.#drafts.set(questions, draftId);
    await this.#open(draftId);
    return draftId;
  }

  async #slow(rate: number): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  async #draft(questions: number): Promise<string> {
    const { request } = this.page;
    const session = await request.get(this.origin + addressOf(readSession.path));
    const { memberships } = (await session.json()) as ResponseOf<typeof readSession>;
    const programmeId = memberships.find(({ scope }) => scope === 'programme')?.scopeId ?? '';
    const query = { format: 'kilim', apply: 'true', version: `B${String(questions)}` };
    const response = await request.post(this.origin + addressOf(importDraft.path, { programmeId }, query), {
      headers: { 'content-type': 'application/octet-stream' },
      data: Buffer.from(largeDraft(questions)),
    });
    if (!response.ok()) throw new Error(await response.text());
    const { draft } = (await response.json()) as ResponseOf<typeof importDraft>;
    if (!draft) throw new Error('No draft was made of the file');
    return draft.id;
  }

  async #open(draftId: string): Promise<number> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.origin}/admin/questionnaires/drafts/${draftId}?part=${QUESTION}`);
    const opened = await this.page.waitForFunction(readOpening, undefined, { timeout: OPENED_WITHIN_MS });
    return (await opened.jsonValue()) ?? Number.NaN;
  }

  async #typing(): Promise<number> {
    await this.page.locator(FIELD).focus();
    await this.page.keyboard.press('End');
    return this.#slowestOf(async () => {
      await this.page.keyboard.type('abcdefghijklmnopqrst', { delay: BETWEEN_LETTERS_MS });
    });
  }

  async #moving(): Promise<number> {
    await this.page.getByRole('tree').focus();
    return this.#slowestOf(async () => {
      for (let turn = 0; turn < 12; turn++) {
        await this.page.keyboard.press(turn % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
        await this.page.waitForTimeout(BETWEEN_MOVES_MS);
      }
    });
  }

  /** Of all interactions meanwhile, how long three in four take at most until they are painted. */
  async #slowestOf(work: () => Promise<void>): Promise<number> {
    await this.page.waitForTimeout(CALM_MS);
    await this.page.evaluate(takeInteractions);
    await work();
    await this.page.waitForTimeout(CALM_MS);
    return quantile(await this.page.evaluate(takeInteractions), 0.75);
  }
}

interface Noting {
  interactions?: Map<number, number>;
  opened?: number;
}

/** Notes when a field is first painted, by the clock of the page, which begins with the visit. */
function noteOpening(field: string): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(field)) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      // What was to be painted in this frame is, once the next task begins.
      setTimeout(() => {
        (globalThis as Noting).opened = performance.now();
      });
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}

function readOpening(): number | undefined {
  return (globalThis as Noting).opened;
}

/** Notes how long each interaction takes until it is painted, as browsers measure it, to eight milliseconds. */
function noteInteractions(): void {
  const longest = new Map<number, number>();
  (globalThis as Noting).interactions = longest;
  const watch = new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId > 0) longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
  });
  // The library's types do not know the threshold yet; without it only what takes 104 milliseconds is told.
  watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** All that was noted since the last time. */
function takeInteractions(): number[] {
  const noted = (globalThis as Noting).interactions ?? new Map<number, number>();
  const durations = [...noted.values()];
  noted.clear();
  return durations;
}
