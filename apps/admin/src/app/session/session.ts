import { computed, inject, Injectable, signal } from '@angular/core';
import {
  allows,
  readSession,
  signIn,
  signOut,
  type Permission,
  type Role,
  type Session as SessionOfContract,
} from '@kilim/contracts';
import { codeOf, problemOf } from '../api/problem';
import { Write } from '../api/write';
import { Say } from '../language/say';
import { SESSION_NEWS } from './session-news';

/** What has become of a page's account: somebody else signed in in this browser; nobody did since it signed out. */
export interface Displaced {
  /** The name of who is signed in now. */
  readonly by?: string;
}

/** Who is signed in, and what their roles allow anywhere. What is allowed in one assessment, that assessment says. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly write = inject(Write);
  private readonly say = inject(Say);
  private readonly news = inject(SESSION_NEWS);
  private readonly held = signal<SessionOfContract | undefined>(undefined);
  /** The server has said that nobody is signed in, and nobody has signed in since. */
  private isNobody = false;
  private asking: Promise<SessionOfContract | undefined> | undefined;

  /** The account and its memberships; undefined while nobody is signed in. */
  readonly current = this.held.asReadonly();
  /** Set while this page is somebody's who is not signed in in this browser any more. */
  readonly displaced = signal<Displaced | undefined>(undefined);
  readonly roles = computed<readonly Role[]>(() => [
    ...new Set((this.held()?.memberships ?? []).map(({ role }) => role)),
  ]);

  constructor() {
    this.news.hear(() => void this.lookAgain());
  }

  /** Whether any of the person's roles grants this. */
  may(permission: Permission): boolean {
    return allows(this.roles(), permission);
  }

  /**
   * Who is signed in, asked once of the server.
   *
   * @throws what the request was rejected with, unless it says that nobody is signed in
   */
  async find(): Promise<SessionOfContract | undefined> {
    const known = this.held();
    if (known !== undefined || this.isNobody) return known;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  async signIn(email: string, password: string): Promise<SessionOfContract> {
    const session = await this.write.send(signIn, { body: { email, password } });
    await this.begin(session);
    this.news.tell();
    return session;
  }

  async signOut(): Promise<void> {
    await this.write.send(signOut, {});
    this.end();
    this.news.tell();
  }

  /** The server no longer knows the session. */
  end(): void {
    this.isNobody = true;
    this.held.set(undefined);
    this.displaced.set(undefined);
  }

  /** Somebody else may be signed in now: the server is asked again, here and in the other windows. */
  forget(): void {
    this.isNobody = false;
    this.held.set(undefined);
    this.news.tell();
  }

  /**
   * Asks the server who is signed in in this browser by now. A page of somebody else's keeps what is on it and waits
   * until they are back.
   */
  async lookAgain(): Promise<void> {
    const known = this.held();
    this.isNobody = false;
    if (known === undefined) return;
    const displaced = await this.displacedFrom(known.account.id);
    if (this.held() === known) this.displaced.set(displaced);
  }

  private async displacedFrom(accountId: string): Promise<Displaced | undefined> {
    try {
      const { account } = await this.write.send(readSession, {});
      return account.id === accountId ? undefined : { by: account.name };
    } catch (error) {
      // Without an answer nothing is known; the server looks at whose request it is with every one.
      return saysNobody(error) ? {} : this.displaced();
    }
  }

  private async ask(): Promise<SessionOfContract | undefined> {
    try {
      const session = await this.write.send(readSession, {});
      await this.begin(session);
      return session;
    } catch (error) {
      if (!saysNobody(error)) throw error;
      this.isNobody = true;
      return undefined;
    }
  }

  private async begin(session: SessionOfContract): Promise<void> {
    this.isNobody = false;
    this.held.set(session);
    this.displaced.set(undefined);
    await this.say.prefer(session.account.language);
  }
}

function saysNobody(error: unknown): boolean {
  const code = codeOf(problemOf(error));
  return code === 'session.required' || code === 'session.expired';
}
