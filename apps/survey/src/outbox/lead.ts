/** Being the one tab of several that speaks with the server. */
export interface Lead {
  /** Gives it up, for the next tab to take. */
  leave(): void;
}

/**
 * Tells whether this tab leads among those that name the same work. The one that somebody looks at takes the lead, and
 * takes it from one that is put away: a tab in the background may be asleep. When the leading tab ends, the next one
 * follows by itself. Where the browser can't say who leads, every tab does: a save takes effect once, whoever sends it.
 */
export function takeLead(work: string, onLead: (leads: boolean) => void): Lead {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) {
    onLead(true);
    return { leave: () => undefined };
  }
  return new LockedLead(locks, `kilim.lead.${work}`, onLead);
}

/** One time of having the lead. */
interface Turn {
  /** Ends it. */
  release?: () => void;
}

class LockedLead implements Lead {
  private held: Turn | undefined;
  private hasLeft = false;
  private isQueued = false;
  private readonly waiting = new AbortController();
  /** On it a tab that leads unseen says so. */
  private readonly unseen: BroadcastChannel | undefined;

  constructor(
    private readonly locks: LockManager,
    private readonly name: string,
    private readonly onLead: (leads: boolean) => void,
  ) {
    // Whatever has locks has channels, but for very few: there one that is put away leads on.
    if (typeof BroadcastChannel !== 'undefined') this.unseen = new BroadcastChannel(name);
    this.unseen?.addEventListener('message', this.onUnseen);
    document.addEventListener('visibilitychange', this.onSight);
    if (isSeen()) this.request({ steal: true });
    else this.queue();
  }

  leave(): void {
    this.hasLeft = true;
    document.removeEventListener('visibilitychange', this.onSight);
    this.unseen?.close();
    this.waiting.abort();
    this.held?.release?.();
  }

  private readonly onSight = (): void => {
    if (isSeen() && !this.held) this.request({ steal: true });
    this.tellIfUnseen();
  };

  /** Another tab has it: what this one takes for held may have been taken from it a moment ago. */
  private readonly onUnseen = (): void => {
    if (isSeen()) this.request({ steal: true });
  };

  private tellIfUnseen(): void {
    if (this.held && !isSeen()) this.unseen?.postMessage(this.name);
  }

  /** Waits until whoever has it ends. */
  private queue(): void {
    if (this.isQueued) return;
    this.isQueued = true;
    this.request({ signal: this.waiting.signal });
  }

  private request(options: LockOptions): void {
    const turn: Turn = {};
    const hold = (): Promise<void> => {
      if (!options.steal) this.isQueued = false;
      if (this.hasLeft) return Promise.resolve();
      this.held = turn;
      this.onLead(true);
      this.tellIfUnseen();
      return new Promise((resolve) => {
        turn.release = resolve;
      });
    };
    this.locks.request(this.name, options, hold).catch((error: unknown) => {
      if (this.hasLeft) return;
      // It can't be said who leads.
      if (!isAbort(error)) this.onLead(true);
      // Another tab took it.
      if (this.held !== turn) return;
      this.held = undefined;
      this.onLead(false);
      this.queue();
    });
  }
}

/** A lock was taken away, or waited for in vain. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}
