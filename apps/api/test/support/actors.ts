import { signIn } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import { Accounts, type NewMembership } from '../../src/session/accounts.service.js';
import { Passwords } from '../../src/session/passwords.js';
import { Sessions } from '../../src/session/sessions.service.js';
import { call, type RunningApp } from './app.js';

/** Everybody's password in tests. */
export const PASSWORD = 'correct horse battery staple';

/** A person of a test, signed in. */
export interface TestActor {
  readonly accountId: string;
  readonly email: string;
  /** The header to send along. */
  readonly cookie: string;
}

/** Hashing takes long on purpose: once per suite is enough. */
let hashed: Promise<string> | undefined;

/** An account with these roles; not signed in. */
export async function givenAccount(
  running: RunningApp,
  roles: readonly Omit<NewMembership, 'accountId'>[] = [],
  email = `${uuidv7()}@example.org`,
): Promise<{ accountId: string; email: string; passwordHash: string }> {
  const accounts = running.app.get(Accounts);
  hashed ??= running.app.get(Passwords).hash(PASSWORD);
  const passwordHash = await hashed;
  const accountId = await accounts.addAccount(null, {
    ...{ email, name: 'Test Person', language: 'en', passwordHash },
  });
  for (const role of roles) await accounts.grant(null, { ...role, accountId });
  return { accountId, email, passwordHash };
}

/** Somebody with these roles and a session, without the detour over a password. */
export async function givenActor(
  running: RunningApp,
  roles: readonly Omit<NewMembership, 'accountId'>[] = [],
): Promise<TestActor> {
  const { accountId, email, passwordHash } = await givenAccount(running, roles);
  const { token } = await running.app
    .get(Sessions)
    .open({ id: accountId, passwordHash }, 'a test', undefined);
  return { accountId, email, cookie: `kilim_session=${token}` };
}

export const asCoordinator = (running: RunningApp, programmeId: string): Promise<TestActor> =>
  givenActor(running, [{ role: 'coordinator', scope: 'programme', scopeId: programmeId }]);

export const asPartner = (running: RunningApp, roundId: string): Promise<TestActor> =>
  givenActor(running, [{ role: 'partner', scope: 'round', scopeId: roundId }]);

export const asCity = (running: RunningApp, cityId: string): Promise<TestActor> =>
  givenActor(running, [{ role: 'cityLead', scope: 'city', scopeId: cityId }]);

export const asContributor = (
  running: RunningApp,
  cityId: string,
  sections?: readonly string[],
): Promise<TestActor> =>
  givenActor(running, [
    { role: 'cityContributor', scope: 'city', scopeId: cityId, ...(sections ? { sections } : {}) },
  ]);

export const asExpert = (running: RunningApp, assessmentId: string): Promise<TestActor> =>
  givenActor(running, [{ role: 'expert', scope: 'assessment', scopeId: assessmentId }]);

export const asAdministrator = (running: RunningApp): Promise<TestActor> =>
  givenActor(running, [{ role: 'administrator', scope: 'installation' }]);

/** Signs in over HTTP; the cookie as a browser would send it back. */
export async function signInOverHttp(
  running: RunningApp,
  email: string,
  password: string,
  cookie?: string,
): Promise<{ status: number; cookie: string; answer: Awaited<ReturnType<typeof call<typeof signIn>>> }> {
  const answer = await call(running, signIn, { body: { email, password } }, cookie);
  const set = answer.headers.getSetCookie()[0] ?? '';
  return { status: answer.status, cookie: set.split(';')[0] ?? '', answer };
}
