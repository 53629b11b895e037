import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** Names under which systems install a Chromium. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Places that are on no path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing leaves the machine: no updates, no look-ups, no reports. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a real browser: the one `CHROMIUM_PATH` names, else one the system has, else the one from the package registry.
 *
 * @throws Error saying what to do when there is none
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await theBrowser());
}

/**
 * Starts a browser with a profile of its own in a folder, which outlives its windows as somebody's real one does; what
 * `launchBrowser` opens are private windows, which keep nothing once they are closed.
 *
 * @throws as `launchBrowser` does
 */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await theBrowser());
}

async function theBrowser(): Promise<LaunchOptions> {
  const installed = process.env['CHROMIUM_PATH'] ?? installedBrowser();
  return installed === undefined ? thePackagedBrowser() : { executablePath: installed, args: QUIET };
}

function installedBrowser(): string | undefined {
  for (const name of NAMES) {
    const found = whereIs(name);
    if (found !== undefined) return found;
  }
  return PLACES.find((place) => existsSync(place));
}

function whereIs(name: string): string | undefined {
  try {
    const finder = process.platform === 'win32' ? 'where' : 'which';
    return execFileSync(finder, [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')[0]
      ?.trim();
  } catch {
    // The finder's way of saying that there is no such program.
    return undefined;
  }
}

async function thePackagedBrowser(): Promise<LaunchOptions> {
  try {
    // It unpacks the libraries it needs beside itself only where it believes to run without a system's own.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    packaged.setGraphicsMode = false;
    const executablePath = await packaged.executablePath();
    return { executablePath, args: [...packaged.args, ...QUIET] };
  } catch (cause) {
    throw new Error('No browser found. Install Chromium or Chrome, or set CHROMIUM_PATH to one.', { cause });
  }
}
