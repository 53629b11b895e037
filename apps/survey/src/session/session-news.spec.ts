/** @jest-environment jsdom */
import { expect, it } from '@jest/globals';
import { onSessionNews } from './session-news.js';

it('a page that comes back as it was left asks who is signed in: it has heard nothing meanwhile', () => {
  let news = 0;
  const stop = onSessionNews(() => (news += 1));
  const shown = (persisted: boolean): void => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  };
  shown(false);
  expect(news).toBe(0);
  shown(true);
  expect(news).toBe(1);
  stop();
  shown(true);
  expect(news).toBe(1);
});
