import type { Page } from 'playwright-core';

/** As long as anybody waits for a device to keep something. */
const WAIT_MS = 20_000;

/** What the form keeps on the device. */
export type KeptKind =
  /** What the server has answered. */
  | 'copies'
  /** What has not reached the server yet. */
  | 'unsent';

/**
 * Waits until these words lie on the device.
 *
 * @throws Error with what lies there instead
 */
export async function untilKept(page: Page, kind: KeptKind, words: string): Promise<void> {
  // Asked again from here: of a function that answers later, `waitForFunction` takes the promise for a yes.
  const giveUpAt = Date.now() + WAIT_MS;
  let kept = '';
  while (Date.now() < giveUpAt) {
    kept = JSON.stringify(await onDevice(page, { kind, method: 'getAll' }));
    if (kept.includes(words)) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`“${words}” is not among what is kept: ${kept}`);
}

/** Waits until the program lies on the device, so that the page opens without a server from then on. */
export async function untilProgramKept(page: Page): Promise<void> {
  // It need not lead the page that is open already: one that was being loaded when it began goes on without it.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** The keys of all that lies on the device. */
export async function keysKept(page: Page): Promise<readonly string[]> {
  return (await onDevice(page, { method: 'getAllKeys' })).map(String);
}

/** What to read: of one kind, else of all; whole, or the keys alone. */
interface Wanted {
  readonly kind?: KeptKind;
  readonly method: 'getAll' | 'getAllKeys';
}

function onDevice(page: Page, wanted: Wanted): Promise<readonly unknown[]> {
  return page.evaluate(read, wanted);
}

/** Reads what lies on the device; runs in the page. */
async function read({ kind, method }: Wanted): Promise<readonly unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kilim');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('There is no store.'));
  });
  const stores = kind === undefined ? [...database.objectStoreNames] : [kind];
  const kept = await Promise.all(
    stores.map(
      (name) =>
        new Promise<readonly unknown[]>((resolve) => {
          const reading = database.transaction(name).objectStore(name)[method]();
          reading.onsuccess = () => resolve(reading.result as readonly unknown[]);
        }),
    ),
  );
  database.close();
  return kept.flat();
}
