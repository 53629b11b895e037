import {
  acceptInvitation,
  grantMembership,
  inviteAccount,
  listAccounts,
  lookAtInvitation,
  setAccountState,
  type NewMembership,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { asAdministrator, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenScene, type Scene } from './support/scene.js';

describeOnBothDatabases('a link to an account without a password', (make) => {
  let running: RunningApp;
  let administrator: TestActor;
  beforeAll(async () => {
    running = await startApp(make);
    administrator = await asAdministrator(running);
  });
  afterAll(() => running.close());

  const invite = (who: TestActor, email: string, membership: NewMembership) =>
    call(
      running,
      inviteAccount,
      { body: { email, name: 'Anna Lis', language: 'pl', membership } },
      who.cookie,
    );
  const grant = (who: TestActor, accountId: string, body: NewMembership) =>
    call(running, grantMembership, { params: { accountId }, body }, who.cookie);
  const contributor = ({ cityId }: Scene): NewMembership => ({
    ...{ role: 'cityContributor', scope: 'city', scopeId: cityId },
  });
  const coordinator = ({ programmeId }: Scene): NewMembership => ({
    ...{ role: 'coordinator', scope: 'programme', scopeId: programmeId },
  });
  const codeOf = async (token = '') =>
    (await call(running, lookAtInvitation, { body: { token } })).problem.code;
  const seenBy = async (who: TestActor, accountId: string) =>
    (await call(running, listAccounts, {}, who.cookie)).body.accounts.find(({ id }) => id === accountId);
  /** Somebody whom a city's lead has invited, and the link that the lead was shown. */
  const givenInvited = async () => {
    const scene = await givenScene(running);
    const email = `${uuidv7()}@example.org`;
    const { body } = await invite(scene.lead, email, contributor(scene));
    return { scene, email, accountId: body.account.id, token: body.invitation?.token ?? '' };
  };

  it('is over when somebody elsewhere adds the same person with a further role', async () => {
    const { scene, email, accountId, token } = await givenInvited();
    const other = await givenScene(running);
    const added = await invite(other.lead, email, contributor(other));
    expect(added.status).toBe(201);
    expect(added.body.invitation).toBeUndefined();
    expect(added.body.account.invitedUntil).toBeUndefined();
    expect(await codeOf(token)).toBe('invitation.over');
    const password = 'zielony rower w deszczu';
    expect((await call(running, acceptInvitation, { body: { token, password } })).status).toBe(410);
    // Who gave the first link sees that there is none, and that making one is no longer theirs.
    const seen = await seenBy(scene.lead, accountId);
    expect(seen).toMatchObject({ state: 'invited', mayInvite: false });
    expect(seen?.invitedUntil).toBeUndefined();
  });

  it('never reaches a role that its maker could not give, whoever gives it; its giver gets the next link', async () => {
    const { scene, accountId, token } = await givenInvited();
    const granted = await grant(scene.coordinator, accountId, coordinator(scene));
    expect(granted.status).toBe(201);
    expect(granted.body.account).toMatchObject({ state: 'invited', mayInvite: true });
    expect(await codeOf(token)).toBe('invitation.over');
    const next = granted.body.invitation;
    expect(granted.body.account.invitedUntil).toBe(next?.expiresAt);
    expect(await codeOf(next?.token)).toBeUndefined();
  });

  it('is replaced by a new one also for whoever may do everything', async () => {
    const { scene, accountId, token } = await givenInvited();
    const granted = await grant(administrator, accountId, coordinator(scene));
    expect(await codeOf(token)).toBe('invitation.over');
    expect(await codeOf(granted.body.invitation?.token)).toBeUndefined();
  });

  it('is not made by giving a role to an account that is shut', async () => {
    const { scene, email, accountId, token } = await givenInvited();
    const params = { accountId };
    await call(running, setAccountState, { params, body: { isDisabled: true } }, administrator.cookie);
    const added = await invite(administrator, email, coordinator(scene));
    expect([added.status, added.body.invitation]).toEqual([201, undefined]);
    await call(running, setAccountState, { params, body: { isDisabled: false } }, administrator.cookie);
    expect(await codeOf(token)).toBe('invitation.over');
  });

  it('stays as it is for whoever has a password: a role is no reason to choose another', async () => {
    const { scene, accountId, token } = await givenInvited();
    await call(running, acceptInvitation, { body: { token, password: 'zielony rower w deszczu' } });
    const granted = await grant(administrator, accountId, coordinator(scene));
    expect(granted.body.invitation).toBeUndefined();
    expect(granted.body.account.state).toBe('active');
  });
});
