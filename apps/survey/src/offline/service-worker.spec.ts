import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

/** A worker is a program of its own, which takes everything from what is around it: nothing of it is imported. */
const WORKER = '../../worker/service-worker.js';
const SHELL = '/survey/shell.html';

type Happening = 'install' | 'activate' | 'fetch';
type Listener = (event: object) => void;

/** What the device keeps, oldest first. */
let stores: Map<string, Map<string, string>>;
/** The files that the server has: those of the newest build. */
let served: readonly string[];
/** What windows say that they run; undefined: their browser has no locks. */
let held: string[] | undefined;

const before = { ...globalThis } as Record<string, unknown>;

beforeEach(() => {
  stores = new Map();
  held = [];
  const storeOf = (name: string): Map<string, string> => {
    const store = stores.get(name) ?? new Map<string, string>();
    stores.set(name, store);
    return store;
  };
  const find = (path: string, name?: string): string | undefined =>
    [...stores].flatMap(([each, store]) => ((name ?? each) === each ? (store.get(path) ?? []) : []))[0];
  Object.assign(globalThis, {
    caches: {
      open: (name: string) =>
        Promise.resolve({
          put: (path: string) => Promise.resolve(storeOf(name).set(path, 'kept')),
          addAll: (paths: readonly string[]) => {
            for (const path of paths) storeOf(name).set(path, 'kept');
            return Promise.resolve();
          },
        }),
      keys: () => Promise.resolve([...stores.keys()]),
      delete: (name: string) => Promise.resolve(stores.delete(name)),
      match: (asked: string | { readonly url: string }, options?: { readonly cacheName: string }) =>
        Promise.resolve(find(typeof asked === 'string' ? asked : pathOf(asked.url), options?.cacheName)),
    },
    fetch: (asked: string | { readonly url: string }) => {
      if (asked === SHELL) return Promise.resolve(new Response(`<script src="${String(served[0])}">`));
      const path = pathOf((asked as { readonly url: string }).url);
      return Promise.resolve(served.includes(path) ? 'from the server' : 'not found');
    },
  });
});

afterEach(() => {
  for (const name of ['caches', 'fetch', 'self', 'KILIM_FILES', 'KILIM_BUILD'])
    Object.assign(globalThis, { [name]: before[name] });
});

function pathOf(url: string): string {
  return new URL(url).pathname;
}

/** The worker of a build, once the server has that build and the browser has found it. */
async function deployed(build: string) {
  const [main, part] = [`/survey/assets/main-${build}.js`, `/survey/assets/part-${build}.js`];
  served = [main, part];
  const listeners = new Map<string, Listener>();
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    location: { origin: 'http://kilim' },
    registration: {},
    clients: { claim: () => Promise.resolve() },
    navigator: {
      locks: held && { query: () => Promise.resolve({ held: held?.map((name) => ({ name })) }) },
    },
  };
  Object.assign(globalThis, { self, KILIM_FILES: served, KILIM_BUILD: build });
  jest.resetModules();
  await import(WORKER);
  const happens = (kind: Happening, event: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const take = (doing: Promise<unknown>): void => void doing.then(resolve, reject);
      listeners.get(kind)?.({ ...event, waitUntil: take, respondWith: take });
    });
  await happens('install');
  return {
    part,
    /** How a window says that it runs this build. */
    lock: `kilim.program.${main}`,
    takeOver: () => happens('activate'),
    give: (path: string) =>
      happens('fetch', { request: { url: `http://kilim${path}`, method: 'GET', mode: 'no-cors' } }),
  };
}

describe('a newer program that takes over', () => {
  it('leaves a window the parts of the program it runs, however many newer ones there were', async () => {
    const first = await deployed('a');
    await first.takeOver();
    held?.push(first.lock, first.lock);
    await deployed('b');
    const third = await deployed('c');
    await third.takeOver();
    expect([...stores.keys()]).toEqual(['kilim-form-a', 'kilim-form-c']);
    expect(await third.give(first.part)).toBe('kept');
    held?.splice(0, 1, third.lock);
    const fourth = await deployed('d');
    await fourth.takeOver();
    expect(await fourth.give(first.part)).toBe('kept');
    expect(await fourth.give(third.part)).toBe('kept');
  });

  it('leaves nothing of a program that no window runs any more', async () => {
    const first = await deployed('a');
    await first.takeOver();
    held?.push(first.lock);
    const second = await deployed('b');
    await second.takeOver();
    held?.splice(0, 1, second.lock);
    const third = await deployed('c');
    await third.takeOver();
    expect([...stores.keys()]).toEqual(['kilim-form-b', 'kilim-form-c']);
  });

  it('leaves the one before it where the browser cannot say what windows run', async () => {
    held = undefined;
    for (const build of ['a', 'b', 'c']) await (await deployed(build)).takeOver();
    expect([...stores.keys()]).toEqual(['kilim-form-b', 'kilim-form-c']);
  });
});
