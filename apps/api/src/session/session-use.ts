import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Instant } from '@kilim/contracts';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SessionRepository } from './session.repository.js';

/** So long uses are gathered before they are written, all of them at once. */
const GATHER_MS = 5000;

/**
 * Notes that sessions are in use, outside of the requests that use them: two hundred people at work would else be two
 * hundred transactions a minute, in front of what they save.
 */
@Injectable()
export class SessionUse implements BeforeApplicationShutdown {
  readonly #log = new Logger(SessionUse.name);
  /** When each session was last used, as far as that is not written yet. */
  readonly #used = new Map<string, Instant>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly repository: SessionRepository,
  ) {}

  note(sessionId: string, at: Instant): void {
    this.#used.set(sessionId, at);
    this.#timer ??= setTimeout(() => void this.#write(), GATHER_MS).unref();
  }

  /** When a session was last used; `written` is what the database says of it. */
  lastOf(sessionId: string, written: Instant): Instant {
    const noted = this.#used.get(sessionId);
    return noted !== undefined && noted > written ? noted : written;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#write();
  }

  /** Not being able to write must not keep anybody from working: it is tried again with the next uses. */
  async #write(): Promise<void> {
    this.#timer = undefined;
    if (this.#used.size === 0) return;
    const at = [...this.#used.values()].reduce((latest, noted) => (noted > latest ? noted : latest));
    try {
      await this.unit.write({ untraced: 'session.touch' }, async () => {
        // In turn with those who end sessions: two who lock the same ones in another order would wait for each other.
        await this.chain.hold({ kind: 'administration' });
        await this.repository.touchSessions([...this.#used.keys()], at);
      });
      for (const [id, noted] of this.#used) if (noted <= at) this.#used.delete(id);
    } catch (error) {
      this.#log.warn(`The use of sessions could not be noted: ${String(error)}`);
    }
  }
}
