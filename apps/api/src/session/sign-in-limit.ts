import { Injectable } from '@nestjs/common';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem.js';
import { networkOf } from './client-network.js';

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

/** Who tries to sign in, and from where. */
export interface Guess {
  /** In its normal form, whether somebody has it or not. */
  readonly email: string;
  /** The client's, as the request has it: of proxies only those that are trusted are believed. */
  readonly address: string;
}

/**
 * Slows guessing down, before anything is hashed; known and unknown accounts alike.
 *
 * | for each | guesses | a day at most |
 * |---|---|---|
 * | account, from one network | 4 at once, then one a minute | 1728 |
 * | account, from all networks | 10 a minute | 14 400 |
 * | network, over all accounts | 20 a minute: an office signs in together, a list of accounts takes hours | 28 800 |
 *
 * A network is what {@link networkOf} says. From one, at most 7 of an account's 10 a minute can be used up: nobody keeps
 * the right person, who is elsewhere, from signing in. Whoever is behind the same address can, and so can whoever guesses
 * from nine networks or more, as long as they go on (from two to eight: for some minutes of each quarter of an hour). A
 * minute after they stop the right person is let in; nobody is ever told to wait longer than that.
 *
 * Signing in forgets what was guessed from there. What is counted is kept for a quarter of an hour at most, of each
 * network no more than those 20 a minute; so what is remembered stays small, whoever guesses what. Each server counts what
 * reaches it.
 */
@Injectable()
export class SignInLimit {
  readonly #network = new RateLimiterMemory({ keyPrefix: 'network', points: 20, duration: MINUTE });
  readonly #steady = new RateLimiterMemory({ keyPrefix: 'pair', points: 1, duration: MINUTE });
  readonly #burst = new RateLimiterMemory({ keyPrefix: 'pairBurst', points: 3, duration: QUARTER });
  readonly #pair = new BurstyRateLimiter(this.#steady, this.#burst);
  readonly #account = new RateLimiterMemory({ keyPrefix: 'account', points: 10, duration: MINUTE });

  /**
   * Counts a guess. One that is refused by a stricter limit does not use up the looser one of others.
   *
   * @throws Problem `request.tooMany` with the seconds until the next one is taken
   */
  async count({ email, address }: Guess): Promise<void> {
    const network = networkOf(address);
    await consume(this.#network, network);
    await consume(this.#pair, pairOf(network, email));
    await consume(this.#account, email);
  }

  /** It was no guess but the right password: what was guessed from there before no longer counts. */
  async forget({ email, address }: Guess): Promise<void> {
    const pair = pairOf(networkOf(address), email);
    await this.#steady.delete(pair);
    await this.#burst.delete(pair);
    await this.#account.reward(email);
  }
}

function pairOf(network: string, email: string): string {
  return `${network} ${email}`;
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
