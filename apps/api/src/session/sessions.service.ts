import type { Instant } from '@kilim/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Chain } from '../audit/chain.js';
import { Clock, later } from '../config/clock.js';
import { Commits } from '../database/commits.js';
import { Remembered } from '../database/remembered.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import type { SessionRow } from './session.entity.js';
import { SessionRepository } from './session.repository.js';
import { newToken, tokenHash } from './session-token.js';

const MINUTE_MS = 60_000;
/** Without a request for so long a session is over. */
const IDLE_MS = 8 * 60 * MINUTE_MS;
/** So long a session lasts at most. */
export const LIFETIME_MS = 7 * 24 * 60 * MINUTE_MS;
/** How often it is noted that a session is in use. */
const TOUCH_EVERY_MS = MINUTE_MS;
/** What is kept of what a browser says of itself. */
const USER_AGENT_LENGTH = 200;

/** A session that has just been opened; the token goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

/** A session that was found, and who is behind it. */
interface KnownSession {
  readonly session: SessionRow;
  readonly actor: Actor;
}

/** Ending a session, shutting an account or changing a role is seen at once, on other servers within a second. */
const WHO = { tables: ['session', 'account', 'membership'], forMs: 1000, most: 10_000 } as const;

/** Opens, finds and ends sessions. */
@Injectable()
export class Sessions {
  readonly #log = new Logger(Sessions.name);
  readonly #known: Remembered<KnownSession | undefined>;
  /** Sessions whose use is being noted. */
  readonly #touching = new Set<string>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly repository: SessionRepository,
    private readonly access: Access,
    private readonly clock: Clock,
    commits: Commits,
  ) {
    this.#known = new Remembered(unit, commits, WHO);
  }

  /**
   * Begins a session with a token of its own; the one the browser had before ends.
   *
   * @param previousToken of the cookie that came along, if any
   */
  async open(
    accountId: string,
    userAgent: string | undefined,
    previousToken: string | undefined,
  ): Promise<OpenedSession> {
    const token = newToken();
    const sessionId = uuidv7();
    return this.unit.write({ actor: accountId }, async () => {
      await this.#endByToken(previousToken);
      const now = this.unit.now();
      const expiresAt = later(now, LIFETIME_MS);
      await this.repository.insertSession({
        ...{ id: sessionId, tokenHash: tokenHash(token), accountId, expiresAt, endedAt: null },
        ...{ createdAt: now, lastSeenAt: now },
        userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
      });
      await this.#note('session.started', sessionId);
      return { token, sessionId, expiresAt };
    });
  }

  /**
   * Who is behind a token.
   *
   * @throws Problem `session.required` without one; `session.expired` when it is unknown, over, or the account is shut
   */
  async actorOf(token: string | undefined): Promise<Actor> {
    if (token === undefined || token === '') throw new Problem('session.required');
    const hash = tokenHash(token);
    const known = await this.#known.get(hash, () => this.#find(hash));
    const now = this.clock.now();
    if (!known || isOver(known.session, now)) throw new Problem('session.expired');
    await this.#touch(hash, known.session, now);
    return known.actor;
  }

  async #find(hash: string): Promise<KnownSession | undefined> {
    const found = await this.repository.sessionByTokenHash(hash);
    if (!found || found.account.disabledAt !== null) return undefined;
    const { session, account } = found;
    const memberships = await this.access.rolesOf(account.id);
    return {
      session,
      actor: { accountId: account.id, name: account.name, sessionId: session.id, memberships },
    };
  }

  /** Ends the session; its cookie is worth nothing from now on. */
  async end(actor: Actor): Promise<void> {
    await this.unit.write({ actor: actor.accountId }, async () => {
      await this.repository.endSession(actor.sessionId, this.unit.now());
      await this.#note('session.ended', actor.sessionId);
    });
  }

  async #endByToken(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    const found = await this.repository.sessionByTokenHash(tokenHash(token));
    if (found) await this.repository.endSession(found.session.id, this.unit.now());
  }

  /** Not being able to write must not keep anybody from reading. */
  async #touch(hash: string, { id, lastSeenAt }: SessionRow, now: Instant): Promise<void> {
    if (now < later(lastSeenAt, TOUCH_EVERY_MS) || this.#touching.has(id)) return;
    this.#touching.add(id);
    try {
      await this.unit.write({ untraced: 'session.touch' }, () => this.repository.touchSession(id, now));
      this.#known.forget(hash);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#log.warn(`The use of a session could not be noted: ${error.message}`);
    } finally {
      this.#touching.delete(id);
    }
  }

  async #note(action: 'session.started' | 'session.ended', subjectId: string): Promise<void> {
    await this.chain.append({ stream: { kind: 'administration' }, action, subjectId });
  }
}

function isOver(session: SessionRow, now: Instant): boolean {
  return session.endedAt !== null || now >= session.expiresAt || now >= later(session.lastSeenAt, IDLE_MS);
}
