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

/** Who is signed in, and what their roles allow anywhere. What is allowed in one assessment, that assessment says. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly write = inject(Write);
  private readonly say = inject(Say);
  private readonly held = signal<SessionOfContract | undefined>(undefined);
  /** The server has said that nobody is signed in, and nobody has signed in since. */
  private isNobody = false;
  private asking: Promise<SessionOfContract | undefined> | undefined;

  /** The account and its memberships; undefined while nobody is signed in. */
  readonly current = this.held.asReadonly();
  readonly roles = computed<readonly Role[]>(() => [
    ...new Set((this.held()?.memberships ?? []).map(({ role }) => role)),
  ]);

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
    return session;
  }

  async signOut(): Promise<void> {
    await this.write.send(signOut, {});
    this.end();
  }

  /** The server no longer knows the session. */
  end(): void {
    this.isNobody = true;
    this.held.set(undefined);
  }

  /** Somebody else may be signed in now: the server is asked again. */
  forget(): void {
    this.isNobody = false;
    this.held.set(undefined);
  }

  private async ask(): Promise<SessionOfContract | undefined> {
    try {
      const session = await this.write.send(readSession, {});
      await this.begin(session);
      return session;
    } catch (error) {
      const code = codeOf(problemOf(error));
      if (code !== 'session.required' && code !== 'session.expired') throw error;
      this.isNobody = true;
      return undefined;
    }
  }

  private async begin(session: SessionOfContract): Promise<void> {
    this.isNobody = false;
    this.held.set(session);
    await this.say.prefer(session.account.language);
  }
}
