import { setTimeout as pause } from 'node:timers/promises';
import {
  endMembership,
  grantMembership,
  inviteAccount,
  listAccounts,
  lookAtInvitation,
  renewInvitation,
  setAccountState,
  signOut,
  type NewMembership,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../src/audit/chain.js';
import { Accounts } from '../src/session/accounts.service.js';
import { SessionRepository } from '../src/session/session.repository.js';
import { SessionUse } from '../src/session/session-use.js';
import { Sessions } from '../src/session/sessions.service.js';
import { asAdministrator, givenAccount, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { deferred } from './support/deferred.js';
import { givenScene, type Scene } from './support/scene.js';

describeOnBothDatabases('what several do to accounts at once', (make) => {
  let running: RunningApp;
  let administrator: TestActor;
  let scene: Scene;
  beforeAll(async () => {
    running = await startApp(make);
    administrator = await asAdministrator(running);
    scene = await givenScene(running);
  });
  afterAll(() => running.close());

  const several = <T>(count: number, act: () => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, act));
  const told = (
    answers: readonly { readonly status: number; readonly problem: { readonly code: string } }[],
  ) => answers.map(({ status, problem }) => (status < 300 ? String(status) : problem.code)).sort();
  const list = async (who: TestActor) => (await call(running, listAccounts, {}, who.cookie)).body.accounts;
  const contributor = (): NewMembership => ({
    role: 'cityContributor',
    scope: 'city',
    scopeId: scene.cityId,
  });
  const invite = (email: string) =>
    call(
      running,
      inviteAccount,
      { body: { email, name: 'Jo Brandt', language: 'en', membership: contributor() } },
      administrator.cookie,
    );
  const newAddress = () => `${uuidv7()}@example.org`;

  it('adds a person once, whoever adds the same one meanwhile', async () => {
    const email = newAddress();
    const added = await several(6, () => invite(email));
    expect(told(added)).toEqual(['201', ...Array<string>(5).fill('membership.exists')]);
    const known = (await list(administrator)).filter((account) => account.email === email);
    expect(known.map(({ memberships }) => memberships.length)).toEqual([1]);
  });

  it('gives a role once', async () => {
    const { accountId } = await givenAccount(running);
    const params = { accountId };
    const given = await several(12, () =>
      call(running, grantMembership, { params, body: contributor() }, administrator.cookie),
    );
    expect(told(given)).toEqual(['201', ...Array<string>(11).fill('membership.exists')]);
    const seen = (await list(administrator)).find(({ id }) => id === accountId);
    expect(seen?.memberships).toHaveLength(1);
  });

  it('leaves one link that can be used', async () => {
    const { body } = await invite(newAddress());
    const params = { accountId: body.account.id };
    const made = await several(8, () => call(running, renewInvitation, { params }, administrator.cookie));
    expect(told(made)).toEqual(Array(8).fill('201'));
    const looks = await Promise.all(
      made.map(({ body: { token } }) => call(running, lookAtInvitation, { body: { token } })),
    );
    expect(told(looks)).toEqual(['200', ...Array<string>(7).fill('invitation.over')]);
  });

  it('lets people sign out while their account is shut, and nobody waits for ever', async () => {
    const { accountId, passwordHash } = await givenAccount(running);
    const sessions = running.app.get(Sessions);
    const opened = await several(6, () =>
      sessions.open({ id: accountId, passwordHash }, 'a test', undefined),
    );
    const params = { accountId };
    const shut = call(running, setAccountState, { params, body: { isDisabled: true } }, administrator.cookie);
    const left = opened.map(({ token }) => call(running, signOut, {}, `kilim_session=${token}`));
    expect((await shut).status).toBe(200);
    for (const { status } of await Promise.all(left)) expect([204, 401]).toContain(status);
  });

  it('ends sessions while their use is being noted, and neither gives up', async () => {
    const { accountId, passwordHash } = await givenAccount(running);
    const sessions = running.app.get(Sessions);
    const one = () => sessions.open({ id: accountId, passwordHash }, 'a test', undefined);
    const [first, second] = [await one(), await one()];
    const use = running.app.get(SessionUse);
    for (const { sessionId } of [first, second]) use.note(sessionId, '2099-01-01T00:00:00.000Z');
    const repository = running.app.get(SessionRepository);
    const hasBegun = deferred();
    const ending = running.app.get(Accounts).inTurn(accountId, async () => {
      const end = ({ sessionId }: typeof first) =>
        repository.endSession(sessionId, '2098-01-01T00:00:00.000Z');
      await end(second);
      hasBegun.resolve();
      // Longer than PostgreSQL takes to look whether two wait for each other.
      await pause(1300);
      await end(first);
      await running.app.get(Chain).append({ stream: { kind: 'administration' }, action: 'session.ended' });
    });
    await hasBegun.promise;
    await Promise.all([ending, use.beforeApplicationShutdown()]);
    const ended = await Promise.all([first, second].map(({ sessionId }) => repository.session(sessionId)));
    for (const session of ended) expect(session?.endedAt).not.toBeNull();
  });

  // The last claims, as they leave nobody who could look after anything.
  it('leaves an administrator when two take the role from each other', async () => {
    const other = await asAdministrator(running);
    const all = await list(administrator);
    const end = (who: TestActor, { accountId }: TestActor) => {
      const held = all.find(({ id }) => id === accountId)?.memberships[0];
      const params = { accountId, membershipId: held?.id ?? '' };
      return call(running, endMembership, { params }, who.cookie);
    };
    const ended = await Promise.all([end(administrator, other), end(other, administrator)]);
    // Who comes second is refused, or has no right to ask any more.
    expect(ended.filter(({ status }) => status === 204)).toHaveLength(1);
    if (ended[1].status === 204) administrator = other;
    expect(await list(administrator)).not.toEqual([]);
  });

  it('leaves an administrator when two shut each other', async () => {
    const other = await asAdministrator(running);
    const shut = (who: TestActor, { accountId }: TestActor) =>
      call(running, setAccountState, { params: { accountId }, body: { isDisabled: true } }, who.cookie);
    const answers = await Promise.all([shut(administrator, other), shut(other, administrator)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
