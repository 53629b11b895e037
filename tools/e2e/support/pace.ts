import type { Page } from 'playwright-core';

/** How long a page takes to show what somebody did, each the quickest of several: noise only ever adds. */
export interface Pace {
  readonly view: number;
  readonly sort: number;
  readonly key: number;
  readonly scroll: number;
}

/** Works a round's matrix as a hurried coordinator would, and measures from the event to the next painted frame. */
export function paceOf(page: Page): Promise<Pace> {
  return page.evaluate(async () => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const quickest = async (times: number, act: (turn: number) => void): Promise<number> => {
      let best = Infinity;
      for (let turn = 0; turn < times; turn++) {
        await painted();
        const began = performance.now();
        act(turn);
        await painted();
        best = Math.min(best, performance.now() - began);
      }
      return best;
    };
    const press = (selector: string, at: number): void =>
      document.querySelectorAll<HTMLElement>(selector)[at]?.click();
    const key = (name: string): unknown =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      );
    const view = await quickest(6, (turn) => press('.seg button', 1 + (turn % 2)));
    const sort = await quickest(6, (turn) => press('.matrix thead button', 1 + turn));
    document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus();
    const keys = await quickest(8, (turn) => key(turn % 2 === 0 ? 'ArrowRight' : 'ArrowDown'));
    const room = document.querySelector('.matrix-room');
    const scroll = await quickest(6, (turn) => room?.scrollTo(0, turn % 2 === 0 ? 150 : 0));
    return { view, sort, key: keys, scroll };
  });
}
