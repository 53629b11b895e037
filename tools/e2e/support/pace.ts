import type { Page } from 'playwright-core';

/** What it costs a page to show what somebody did, in seconds of its main thread's processor time. */
export interface Pace {
  readonly view: number;
  readonly sort: number;
  readonly key: number;
  readonly scroll: number;
}

/**
 * Works a round's matrix as a hurried coordinator would, and counts what the page's main thread spends on it until it is
 * painted. Processor time, not the clock: what else runs on the machine makes no difference to it.
 */
export async function paceOf(page: Page): Promise<Pace> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (!found) throw new Error('The browser does not say what its main thread spends');
    return found.value;
  };
  const costOf = async (times: number, act: keyof typeof ACTS): Promise<number> => {
    await page.evaluate(ACTS[act], -1);
    await page.evaluate(painted);
    const before = await spent();
    for (let turn = 0; turn < times; turn++) {
      await page.evaluate(ACTS[act], turn);
      await page.evaluate(painted);
    }
    return (await spent()) - before;
  };
  const pace = {
    view: await costOf(3, 'view'),
    sort: await costOf(3, 'sort'),
    key: await costOf(8, 'key'),
    scroll: await costOf(6, 'scroll'),
  };
  await session.detach();
  return pace;
}

/** Waits in the page until the next frame is painted; where a crowded machine draws none, a second is enough. */
function painted(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 1000);
  });
}

/** Each does one thing in the page; turn −1 only brings the page there. */
const ACTS = {
  view: (turn: number): void => {
    document.querySelectorAll<HTMLElement>('.seg button')[1 + (Math.abs(turn) % 2)]?.click();
  },
  sort: (turn: number): void => {
    document.querySelectorAll<HTMLElement>('.matrix thead button')[2 + turn]?.click();
  },
  key: (turn: number): void => {
    if (turn === -1) document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus();
    const key = turn % 2 === 0 ? 'ArrowRight' : 'ArrowDown';
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  },
  scroll: (turn: number): void => {
    document.querySelector('.matrix-room')?.scrollTo(0, turn % 2 === 0 ? 150 : 0);
  },
};
