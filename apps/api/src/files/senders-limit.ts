import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';

/** Files that one account may send at the same time; the form sends one after the other. */
const MOST_AT_ONCE = 4;

/** Keeps one account from filling the server with files that are on their way. */
@Injectable()
export class SendersLimit {
  readonly #sending = new Map<string, number>();

  /** @throws Problem `request.tooMany` */
  async hold<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#sending.get(accountId) ?? 0;
    if (before >= MOST_AT_ONCE) throw new Problem('request.tooMany', { retryAfterSeconds: 5 });
    this.#sending.set(accountId, before + 1);
    try {
      return await work();
    } finally {
      const left = (this.#sending.get(accountId) ?? 1) - 1;
      if (left === 0) this.#sending.delete(accountId);
      else this.#sending.set(accountId, left);
    }
  }
}
