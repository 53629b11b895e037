import type { Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';

/** The server's clock: the only one that decides. */
@Injectable()
export class Clock {
  /** Now, as ISO text in UTC; two of them compare as text. */
  now(): Instant {
    return new Date().toISOString();
  }
}

/** A moment some milliseconds after another; before it for a negative number. */
export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
