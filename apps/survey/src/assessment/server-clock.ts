import type { Instant } from '@kilim/contracts';
import { useEffect } from 'react';

/** Two clocks that go together for so long apart are told to be right. */
const APART_MS = 5_000;
/** How often it is looked whether the device's clock was set. */
const LOOK_EVERY_MS = 30_000;

/**
 * The server's clock, as far as a page can tell: by the device's, and how far that is behind. The device's may be set
 * while the page is open; that looks as if the device had slept, which only the server can tell apart.
 */
export class ServerClock {
  private readonly offsetMs = offsetMs();
  private isTrusted = false;

  /** @param aheadMs the server's clock minus the device's */
  constructor(private readonly aheadMs: number) {}

  now(): Instant {
    const movedMs = this.isDoubtful ? offsetMs() - this.offsetMs : 0;
    return new Date(Date.now() - movedMs + this.aheadMs).toISOString();
  }

  /** Whether the device's clock was set, or the device has slept, since the server's was read. */
  get isDoubtful(): boolean {
    return !this.isTrusted && Math.abs(offsetMs() - this.offsetMs) > APART_MS;
  }

  /** The device's clock is all there is to go by. */
  trust(): void {
    this.isTrusted = true;
  }

  /** The clock, once the server's was read anew: the same one where it was right. */
  readAs(now: Instant): ServerClock {
    const aheadMs = Date.parse(now) - Date.now();
    const isRight = !this.isDoubtful && !this.isTrusted && Math.abs(aheadMs - this.aheadMs) < APART_MS;
    return isRight ? this : new ServerClock(aheadMs);
  }
}

/** Has the server's clock read anew where it is in doubt; where that comes to nothing, trusts the device's. */
export function useWatchedClock(clock: ServerClock, readAnew: () => void): void {
  useEffect(() => {
    let isAsked = false;
    const timer = setInterval(() => {
      if (!clock.isDoubtful) return;
      if (isAsked) clock.trust();
      else readAnew();
      isAsked = true;
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [clock, readAnew]);
}

/** What the device's clock shows beyond the time that has passed. */
function offsetMs(): number {
  return Date.now() - performance.now();
}
