import { Injectable } from '@nestjs/common';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem.js';

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

/**
 * Slows guessing down, before anything is hashed; known and unknown accounts alike.
 *
 * | for each | guesses |
 * |---|---|
 * | account | 4 at once, then one a minute: never is the right person shut out for longer than that |
 * | address | 20 a minute: an office signs in together, a list of accounts takes hours |
 *
 * Signing in forgets the account's guesses.
 */
@Injectable()
export class SignInLimit {
  readonly #steady = new RateLimiterMemory({ keyPrefix: 'account', points: 1, duration: MINUTE });
  readonly #burst = new RateLimiterMemory({ keyPrefix: 'accountBurst', points: 3, duration: QUARTER });
  readonly #account = new BurstyRateLimiter(this.#steady, this.#burst);
  readonly #address = new RateLimiterMemory({ keyPrefix: 'address', points: 20, duration: MINUTE });

  /**
   * Counts a guess.
   *
   * @throws Problem `request.tooMany` with the seconds until the next one is taken
   */
  async count(email: string, address: string): Promise<void> {
    await consume(this.#address, address);
    await consume(this.#account, email);
  }

  /** The right password was given: what was guessed before no longer counts. */
  async forget(email: string): Promise<void> {
    await this.#steady.delete(email);
    await this.#burst.delete(email);
  }
}

async function consume(limiter: { consume(key: string): Promise<unknown> }, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new Problem('request.tooMany', {
      detail: `Too many attempts to sign in. Try again in ${seconds} seconds.`,
      retryAfterSeconds: seconds,
    });
  }
}
