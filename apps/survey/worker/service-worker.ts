/**
 * Lets the form be opened without a network: keeps the program's own files, nothing of what people write. Pages are asked
 * of the server first, so that a new version is seen at once; where it does not answer in time, the page that was kept
 * takes its place. Requests to the API are none of its business.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** The files of the program, put here by its build. */
declare const KILIM_FILES: readonly string[];
/** Names the build. */
declare const KILIM_BUILD: string;

const FILES = KILIM_FILES;
const CACHE = `kilim-form-${KILIM_BUILD}`;
const OURS = /^kilim-form-/;
/** How the lock is called by which a window says what it runs, before the file's path; the page knows it too. */
const RUNNING = 'kilim.program.';
/** The page without anybody's data in it. */
const SHELL = '/survey/shell.html';
/** A draft's preview, in a frame of the editor. */
const PREVIEW = '/survey/preview';
/** After so long the page that was kept is better than waiting. */
const PAGE_WITHIN_MS = 3_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([dropOlder(), worker.registration.navigationPreload?.enable()]).then(() =>
      worker.clients.claim(),
    ),
  );
});

worker.addEventListener('message', ({ data }) => {
  // A newer version waits until somebody says that this is a good moment.
  if (data === 'takeOver') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    // What the editor frames comes as the server sends it: what was kept may not be framed.
    if (pathname.startsWith('/survey') && pathname !== PREVIEW)
      // Not every browser asks ahead.
      event.respondWith(page(request, Promise.resolve(event.preloadResponse)));
  } else if (FILES.includes(pathname) || pathname.startsWith('/survey/assets/')) {
    event.respondWith(file(request));
  }
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The page names files of its build: it must be of the same one, while a server is being replaced.
  const shell = await fetch(SHELL, { cache: 'no-store' });
  if (!shell.ok || !FILES.some((name) => name.endsWith('.js')) || !isOfThisBuild(await shell.clone().text()))
    throw new Error('The page is of another build; this is tried again later.');
  await cache.put(SHELL, shell);
  await cache.addAll([...FILES]);
}

function isOfThisBuild(html: string): boolean {
  const named = [...html.matchAll(/(?:src|href)="(\/survey\/[^"]+\.(?:js|css))"/g)].map(
    ([, name = '']) => name,
  );
  return named.length > 0 && named.every((name) => FILES.includes(name));
}

/** What windows still run stays for them; where none of them says what it runs, one version back. */
async function dropOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => OURS.test(name) && name !== CACHE);
  const running = await filesRunning();
  const isRun = await Promise.all(older.map((name) => holdsAny(name, running)));
  const kept = isRun.includes(true) ? older.filter((_name, at) => isRun[at]) : older.slice(-1);
  await Promise.all(older.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
}

/** Every window holds a lock for as long as it lives, which names a file of the program that it runs. */
async function filesRunning(): Promise<readonly string[]> {
  // Older browsers have no locks.
  const { locks } = worker.navigator as Partial<WorkerNavigator>;
  const { held = [] } = (await locks?.query()) ?? {};
  return held.flatMap(({ name = '' }) => (name.startsWith(RUNNING) ? name.slice(RUNNING.length) : []));
}

async function holdsAny(cacheName: string, files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(files.map((file) => caches.match(file, { cacheName })));
  return found.some((file) => file !== undefined);
}

/** @param preloaded the page as the browser has asked for it while this worker was being started; undefined: it has not */
async function page(request: Request, preloaded: Promise<Response | undefined>): Promise<Response> {
  const asked = preloaded.then((response) => response ?? fetch(request));
  const kept = await caches.match(SHELL, { cacheName: CACHE });
  if (!kept) return asked;
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PAGE_WITHIN_MS);
  });
  try {
    const answer = await Promise.race([asked, late]);
    return answer && answer.status < 500 ? answer : kept;
  } catch {
    // No network: what was kept is the page.
    return kept;
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
