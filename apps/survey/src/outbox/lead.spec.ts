/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { takeLead } from './lead.js';

/** What other tabs say, by hand. */
class Channel extends EventTarget {
  static opened: Channel | undefined;
  constructor() {
    super();
    Channel.opened = this;
  }
  postMessage(): void {
    // Nobody else is here.
  }
  close(): void {
    // Nothing to let go of.
  }
}

it('a tab that is seen takes the lead from an unseen one also where it has yet to hear that its own was taken', async () => {
  let given = 0;
  const request = (_name: string, _options: LockOptions, hold: () => Promise<void>) => {
    given += 1;
    // Whoever loses it hears of that later than of whoever has it now.
    return hold();
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  globalThis.BroadcastChannel = Channel as unknown as typeof BroadcastChannel;
  const lead = takeLead('work', () => undefined);
  Channel.opened?.dispatchEvent(new Event('message'));
  expect(given).toBe(2);
  lead.leave();
  await Promise.resolve();
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
});

it('every tab leads where the browser has locks and refuses them', async () => {
  const request = () => Promise.reject(new DOMException('Not in this window.', 'SecurityError'));
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  const told: boolean[] = [];
  const lead = takeLead('work', (leads) => told.push(leads));
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([true]);
  lead.leave();
});
