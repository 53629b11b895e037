import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { DemoServer } from './support/server.js';
import { Visitor } from './support/visitor.js';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a visitor notices', () => {
  it.each<readonly [string, () => void]>([
    [
      'a script written into the page',
      () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.pwned = true';
        document.body.append(script);
      },
    ],
    [
      'a style written into the page',
      () => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.body.append(style);
      },
    ],
    ['a request to another host', () => void fetch('http://127.0.0.2:9/').catch(() => undefined)],
    [
      'an error in the page',
      () => {
        setTimeout(() => {
          throw new Error('planted');
        });
      },
    ],
  ])('%s', async (_what, plant) => {
    const visitor = await Visitor.arrive(browser, server.origin);
    await visitor.open('/survey/');
    await visitor.page.evaluate(plant);
    await visitor.page.waitForTimeout(200);
    await expect(visitor.leave()).rejects.toThrow();
  });

  it('a picture without words, and the lack of a heading', async () => {
    const visitor = await Visitor.arrive(browser, server.origin);
    await visitor.open('/survey/');
    await visitor.page.evaluate(() => {
      document.body.replaceChildren(document.createElement('img'));
    });
    await expect(visitor.expectAccessible()).rejects.toThrow();
    await visitor.leave();
  });
});
