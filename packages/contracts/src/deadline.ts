import * as z from 'zod';
import { Instant } from './identity.js';

/** A moment as people mean it: local time in a zone, and the instant that was worked out from both. */
export const Deadline = z
  .strictObject({
    /** `2026-04-14T23:59`: what the clock on the wall shows. */
    localTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a local time such as 2026-04-14T23:59'),
    /** IANA name: `Europe/Warsaw`. */
    zone: z.string().min(1).max(64),
    /** The last instant that is still in time. */
    instant: Instant,
  })
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof Deadline>;

/**
 * Whether work may still be saved and submitted: up to and including the deadline's instant.
 * The one function that decides it, for every route and every screen.
 *
 * @param now the server's clock; both sides are ISO text in UTC, so they compare as text
 */
export function isOpen(deadline: Deadline, now: Instant): boolean {
  return now <= deadline.instant;
}

/** So long after the deadline what was typed before it may still arrive: a network that fails at midnight costs nobody their answers. */
export const GRACE_MS = 15 * 60_000;
