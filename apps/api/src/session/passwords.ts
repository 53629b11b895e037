import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';

/** argon2id (the library's default kind) as OWASP advises: 19 MiB, two passes, one lane. About 30 ms of a core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashings at a time: more would take the cores from everybody else. */
const AT_ONCE = 2;
/** Waiting at most; whoever comes then is told to come back. */
const WAITING = 50;

/** Hashes and checks passwords, outside the event loop and only a few at a time. */
@Injectable()
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  /** What an unknown account's password is compared with, so that it takes as long as a known one's. */
  readonly #decoy = hash('nobody has this password', PARAMETERS);

  /** A password as it is stored; never inside a unit of work. */
  async hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, PARAMETERS));
  }

  /**
   * Whether the password belongs to the hash. Without a hash it takes as long and answers no.
   *
   * @throws Problem `request.tooMany` when too many are waiting
   */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const compared = passwordHash ?? (await this.#decoy);
    const fits = await this.#inTurn(() => verify(compared, password));
    return fits && passwordHash !== undefined;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length >= WAITING) throw new Problem('request.tooMany', { retryAfterSeconds: 5 });
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place; only without anybody waiting does it become free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
