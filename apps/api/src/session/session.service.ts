import { CITY_ROLES, type Membership, type Session, type SignIn } from '@kilim/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor, HeldRole } from '../access/actor.js';
import { Problem } from '../http/problem.js';
import { type AccountRow, normalEmail } from './account.entity.js';
import { Passwords } from './passwords.js';
import { SessionRepository } from './session.repository.js';
import { type OpenedSession, Sessions } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';

/** What the browser sends along when somebody signs in. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly previousToken: string | undefined;
  /** Under which the log speaks of it. */
  readonly requestId: string;
}

/** Signing in and out, and who one is. */
@Injectable()
export class SessionService {
  readonly #log = new Logger(SessionService.name);

  constructor(
    private readonly repository: SessionRepository,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly limit: SignInLimit,
    private readonly access: Access,
  ) {}

  /**
   * Checks e-mail and password and opens a session. An unknown account, a shut one and a wrong password are answered
   * alike, after the same time.
   *
   * @throws Problem `request.tooMany`, before anything is hashed; `session.refused`
   */
  async signIn(given: SignIn, caller: Caller): Promise<{ session: Session; opened: OpenedSession }> {
    const email = normalEmail(given.email);
    const guess = { email, address: caller.address };
    await this.limit.count(guess);
    const account = await this.repository.accountByEmail(email);
    // Whoever has chosen no password yet is refused like everybody else, after the same time.
    const passwordHash = account?.passwordHash === '' ? undefined : account?.passwordHash;
    const fits = await this.passwords.verify(passwordHash, given.password);
    if (!account || !fits || account.disabledAt !== null) {
      const whom = account ? `account ${account.id}` : 'an unknown e-mail';
      this.#log.warn(`Sign-in refused for ${whom}`, { requestId: caller.requestId });
      throw new Problem('session.refused');
    }
    const opened = await this.sessions.open(account, caller.userAgent, caller.previousToken);
    await this.limit.forget(guess);
    const memberships = await this.access.rolesOf(account.id);
    return { session: await this.#describe(account, memberships, opened.expiresAt), opened };
  }

  /** Who one is. */
  async read(actor: Actor): Promise<Session> {
    const account = await this.repository.account(actor.accountId);
    const session = await this.repository.session(actor.sessionId);
    if (!account || !session) throw new Problem('session.expired');
    return this.#describe(account, actor.memberships, session.expiresAt);
  }

  async #describe(account: AccountRow, held: readonly HeldRole[], expiresAt: string): Promise<Session> {
    const memberships = await Promise.all(held.map((role) => this.#membership(role)));
    const { id, name, email, language } = account;
    return { account: { id, name, email, language }, memberships, home: homeOf(held), expiresAt };
  }

  async #membership({ role, scope, scopeId, sections }: HeldRole): Promise<Membership> {
    const scopeName = await this.repository.scopeName(scope, scopeId);
    return {
      ...{ role, scope },
      ...(scopeName === undefined ? {} : { scopeName }),
      ...(scopeId === null ? {} : { scopeId }),
      ...(sections === null ? {} : { sections }),
    };
  }
}

/** Where a person's work is: the form for those who only have roles in cities, else the dashboard. */
export function homeOf(held: readonly Pick<HeldRole, 'role'>[]): Session['home'] {
  const isCity = held.length > 0 && held.every(({ role }) => CITY_ROLES.includes(role));
  return isCity ? '/survey/' : '/admin/';
}
