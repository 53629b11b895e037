/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SessionNews } from './session-news.js';

/** A channel between windows, as far as a browser has one; jsdom has none. */
class Channel extends EventTarget {
  constructor(readonly name: string) {
    super();
    channels.add(this);
  }

  postMessage(data: string): void {
    for (const other of channels)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data }));
  }

  close(): void {
    channels.delete(this);
  }
}

const channels = new Set<Channel>();
const { BroadcastChannel } = globalThis;
let opened: SessionNews[];

beforeEach(() => {
  opened = [];
  globalThis.BroadcastChannel = Channel as unknown as typeof BroadcastChannel;
});
afterEach(() => {
  for (const news of opened) news.close();
  globalThis.BroadcastChannel = BroadcastChannel;
});

/** A window that counts what it hears. */
function given(): { readonly news: SessionNews; readonly heard: () => number } {
  const news = new SessionNews();
  let heard = 0;
  news.hear(() => (heard += 1));
  opened.push(news);
  return { news, heard: () => heard };
}

/** The page is shown: for the first time, or brought back as it was. */
function shown(persisted: boolean): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

it('whoever signs in or out tells all other windows, and not itself', () => {
  const [one, other, third] = [given(), given(), given()];
  one.news.tell();
  expect([one.heard(), other.heard(), third.heard()]).toEqual([0, 1, 1]);
});

it('a page that comes back as it was left asks who is signed in: it has heard nothing meanwhile', () => {
  const { heard } = given();
  shown(false);
  expect(heard()).toBe(0);
  shown(true);
  expect(heard()).toBe(1);
});

it('who has closed it hears nothing more', () => {
  const { news, heard } = given();
  news.close();
  given().news.tell();
  shown(true);
  expect(heard()).toBe(0);
});

it('without channels a page that comes back asks all the same', () => {
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  const { news, heard } = given();
  news.tell();
  shown(true);
  expect(heard()).toBe(1);
});
