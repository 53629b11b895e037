const WORKER = '/survey/sw.js';
const SCOPE = '/survey/';
/** How the lock is called by which the service worker knows what a window runs; it knows it too. */
const RUNNING = 'kilim.program.';
const LOOK_EVERY_MS = 60 * 60_000;

/**
 * Keeps the program on the device, so that it opens without a network, and tells when a newer one lies ready. A newer one
 * is never put in place by itself: somebody may be in the middle of a sentence.
 */
export class ProgramUpdates {
  private readonly listeners = new Set<() => void>();
  private waiting: ServiceWorker | undefined;
  private isTaking = false;

  /** Begins, once the page has its first work behind it. Browsers without service workers go on without. */
  start(): void {
    const workers = (navigator as Partial<Navigator>).serviceWorker;
    if (!workers) return;
    nameWhatRuns();
    const begin = (): void => {
      workers.register(WORKER, { scope: SCOPE, updateViaCache: 'none' }).then(
        (registration) => {
          this.watch(registration, workers);
        },
        () => {
          // A browser may refuse to keep anything: then the form needs a network, as without service workers.
        },
      );
    };
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
  }

  /** Whether a newer program lies ready. */
  readonly look = (): boolean => this.waiting !== undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether this window is being opened anew because somebody here took the newer program. */
  get isBeingTaken(): boolean {
    return this.isTaking;
  }

  /**
   * Puts the newer program in place and opens this window anew, once what was typed is kept. Other windows go on with the
   * one they run: somebody may be in the middle of a sentence there.
   */
  take(): void {
    this.isTaking = true;
    // Where another window has put it in place already, only this one has to be opened anew.
    if (this.waiting?.state === 'installed') this.waiting.postMessage('takeOver');
    else this.openAnew();
  }

  private openAnew(): void {
    const stays = (): void => {
      this.isTaking = false;
    };
    // Asked on the way whether to leave, the person may stay: then this runs, and never where the page ends.
    window.addEventListener('beforeunload', () => setTimeout(stays), { once: true });
    window.location.reload();
  }

  private watch(registration: ServiceWorkerRegistration, workers: ServiceWorkerContainer): void {
    const note = (): void => {
      // The first one of all replaces nothing.
      if (!registration.waiting || !registration.active || this.waiting === registration.waiting) return;
      this.waiting = registration.waiting;
      for (const listener of this.listeners) listener();
    };
    note();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', note);
    });
    workers.addEventListener('controllerchange', () => {
      if (this.isTaking) this.openAnew();
    });
    const look = (): void => {
      // Without a network there is nothing newer to find.
      registration.update().catch(() => undefined);
    };
    setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') look();
    });
  }
}

/** For as long as the window lives, so that the files of its program stay on the device for it. */
function nameWhatRuns(): void {
  const { locks } = navigator as Partial<Navigator>;
  const thisFile = new URL(import.meta.url).pathname;
  locks
    ?.request(RUNNING + thisFile, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => {
      // A browser may refuse: then one version back stays.
    });
}

/** The program that runs in this window. */
export const PROGRAM_UPDATES = new ProgramUpdates();
