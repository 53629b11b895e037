const WORKER = '/survey/sw.js';
const SCOPE = '/survey/';
const LOOK_EVERY_MS = 60 * 60_000;

/**
 * Keeps the program on the device, so that it opens without a network, and tells when a newer one lies ready. A newer one
 * is never put in place by itself: somebody may be in the middle of a sentence.
 */
export class ProgramUpdates {
  private readonly listeners = new Set<() => void>();
  private waiting: ServiceWorker | undefined;

  /** Begins, once the page has its first work behind it. Browsers without service workers go on without. */
  start(): void {
    const workers = (navigator as Partial<Navigator>).serviceWorker;
    if (!workers) return;
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

  /** Puts the newer program in place and opens the page anew. What was typed is kept by then. */
  take(): void {
    this.waiting?.postMessage('takeOver');
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
      if (this.waiting) window.location.reload();
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

/** The program that runs in this window. */
export const PROGRAM_UPDATES = new ProgramUpdates();
