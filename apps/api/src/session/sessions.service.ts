import type { Instant } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Chain } from '../audit/chain.js';
import { Clock, later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { Memories } from '../memory/memories.service.js';
import type { Remembered } from '../memory/remembered.js';
import { Accounts } from './accounts.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionUse } from './session-use.js';
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

/** An account to which the right password was given, or which has just chosen one: checking that takes a while. */
export interface ProvenAccount {
  readonly id: string;
  /** Of that password. */
  readonly passwordHash: string;
}

/** A session that has just been opened; the token goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

/** A session that was found, and who is behind it. */
interface KnownSession {
  readonly id: string;
  readonly actor: Actor;
  readonly expiresAt: Instant;
  /** From then on it is over, unless it is used before. */
  endsAt: Instant;
  /** From then on its use is to be noted again. */
  touchAt: Instant;
}

/** Opens, finds and ends sessions. */
@Injectable()
export class Sessions {
  readonly #known: Remembered<KnownSession>;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
    private readonly accounts: Accounts,
    private readonly repository: SessionRepository,
    private readonly access: Access,
    private readonly use: SessionUse,
    private readonly clock: Clock,
    memories: Memories,
  ) {
    this.#known = memories.of('session', 'account', 'membership');
  }

  /**
   * Begins a session with a token of its own; the one the browser had before ends.
   *
   * @param previousToken of the cookie that came along, if any
   * @throws Problem `session.refused` when the account was shut, or got another password, since it was looked at
   */
  async open(
    { id: accountId, passwordHash }: ProvenAccount,
    userAgent: string | undefined,
    previousToken: string | undefined,
  ): Promise<OpenedSession> {
    const token = newToken();
    const sessionId = uuidv7();
    return this.accounts.inTurn(accountId, async () => {
      const account = await this.repository.account(accountId);
      const isStill = account?.passwordHash === passwordHash && account.disabledAt === null;
      if (!isStill) throw new Problem('session.refused');
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
   * Who is behind a token, with a request of theirs: the session is in use.
   *
   * @throws Problem `session.required` without one; `session.expired` when it is unknown, over, or the account is shut
   */
  async actorOf(token: string | undefined): Promise<Actor> {
    const known = await this.#session(token);
    const now = this.clock.now();
    if (now >= known.touchAt) {
      this.use.note(known.id, now);
      Object.assign(known, spanOf(now, known.expiresAt));
    }
    return known.actor;
  }

  /** Who is behind a token, without a request of theirs: an open page that nobody touches does not keep a session alive. */
  async actorBehind(token: string | undefined): Promise<Actor> {
    return (await this.#session(token)).actor;
  }

  async #session(token: string | undefined): Promise<KnownSession> {
    if (token === undefined || token === '') throw new Problem('session.required');
    const known = await this.#inForce(tokenHash(token), this.clock.now());
    if (!known) throw new Problem('session.expired');
    return known;
  }

  async #inForce(hash: string, now: Instant): Promise<KnownSession | undefined> {
    const known = await this.#known.get(hash, () => this.#find(hash));
    if (!known || now < known.endsAt) return known;
    // One that seems idle for too long may have been in use on another server.
    this.#known.forget(hash);
    const again = await this.#known.get(hash, () => this.#find(hash));
    return again && now < again.endsAt ? again : undefined;
  }

  async #find(hash: string): Promise<KnownSession | undefined> {
    const found = await this.repository.sessionByTokenHash(hash);
    if (!found || found.account.disabledAt !== null || found.session.endedAt !== null) return undefined;
    const { session, account } = found;
    const memberships = await this.access.rolesOf(account.id);
    const { id: sessionId, expiresAt } = session;
    const { id: accountId, name } = account;
    return {
      actor: { accountId, name, sessionId, memberships },
      ...{ id: sessionId, expiresAt },
      ...spanOf(this.use.lastOf(sessionId, session.lastSeenAt), expiresAt),
    };
  }

  /** Ends the session; its cookie is worth nothing from now on. */
  async end(actor: Actor): Promise<void> {
    await this.accounts.inTurn(actor.accountId, async () => {
      await this.repository.endSession(actor.sessionId, this.unit.now());
      await this.#note('session.ended', actor.sessionId);
    });
  }

  async #endByToken(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    const found = await this.repository.sessionByTokenHash(tokenHash(token));
    if (found) await this.repository.endSession(found.session.id, this.unit.now());
  }

  async #note(action: 'session.started' | 'session.ended', subjectId: string): Promise<void> {
    await this.chain.append({ stream: { kind: 'administration' }, action, subjectId });
  }
}

function spanOf(lastSeenAt: Instant, expiresAt: Instant): Pick<KnownSession, 'endsAt' | 'touchAt'> {
  const idleAt = later(lastSeenAt, IDLE_MS);
  return { endsAt: idleAt < expiresAt ? idleAt : expiresAt, touchAt: later(lastSeenAt, TOUCH_EVERY_MS) };
}
