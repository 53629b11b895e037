import {
  acceptInvitation,
  endMembership,
  grantMembership,
  inviteAccount,
  listAccounts,
  listAssessments,
  listGrantPlaces,
  lookAtInvitation,
  readHistory,
  readSession,
  renewInvitation,
  setAccountState,
  type NewMembership,
} from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { Reads } from '../src/database/reads.js';
import { InvitationRow } from '../src/accounts/invitation.entity.js';
import {
  asAdministrator,
  asContributor,
  asCoordinator,
  givenAccount,
  givenActor,
  signInOverHttp,
  type TestActor,
} from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenScene, type Scene } from './support/scene.js';

const GOOD = 'zielony rower w deszczu';
const DAY = 24 * 60 * 60_000;

describeOnBothDatabases('accounts', (make) => {
  let running: RunningApp;
  let administrator: TestActor;
  beforeAll(async () => {
    running = await startApp(make);
    administrator = await asAdministrator(running);
  });
  afterAll(() => running.close());

  const address = () => `${uuidv7()}@example.org`;
  const invite = (who: TestActor, membership: NewMembership, email = address()) =>
    call(
      running,
      inviteAccount,
      { body: { email, name: 'Aino Ranta', language: 'pl', membership } },
      who.cookie,
    );
  const accept = (token: string, password = GOOD) =>
    call(running, acceptInvitation, { body: { token, password } });
  const list = async (who: TestActor) => (await call(running, listAccounts, {}, who.cookie)).body.accounts;
  const lead = ({ cityId }: Scene): NewMembership => ({ role: 'cityLead', scope: 'city', scopeId: cityId });
  const newToken = async (who: TestActor, membership: NewMembership) =>
    (await invite(who, membership)).body.invitation?.token ?? '';

  it('begin with a link that works once: who it is for, a password of one’s own, and one is signed in', async () => {
    const scene = await givenScene(running);
    const email = address();
    const { status, body } = await invite(scene.coordinator, lead(scene), email.toUpperCase());
    expect(status).toBe(201);
    expect(body.account).toMatchObject({ email, state: 'invited', memberships: [{ role: 'cityLead' }] });
    expect((await signInOverHttp(running, email, '')).status).toBe(400);
    expect((await signInOverHttp(running, email, GOOD)).status).toBe(401);

    const token = body.invitation?.token ?? '';
    const seen = await call(running, lookAtInvitation, { body: { token } });
    expect(seen.body).toMatchObject({ name: 'Aino Ranta', email, language: 'pl' });
    const accepted = await accept(token);
    expect(accepted.status).toBe(201);
    expect(accepted.body).toMatchObject({ account: { email }, home: '/survey/' });
    const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await call(running, listAssessments, {}, cookie)).body.assessments).toHaveLength(1);
    expect((await signInOverHttp(running, email, GOOD)).status).toBe(200);
    for (const again of [await accept(token), await call(running, lookAtInvitation, { body: { token } })])
      expect([again.status, again.problem.code]).toEqual([410, 'invitation.over']);
  });

  it('keep no token, and a link is over after a week and as soon as there is a newer one', async () => {
    const scene = await givenScene(running);
    const { body } = await invite(scene.coordinator, lead(scene));
    const first = body.invitation?.token ?? '';
    const rows = await running.app.get(Reads).manager().find(InvitationRow);
    expect(JSON.stringify(rows)).not.toContain(first);
    const params = { accountId: body.account.id };
    const renewed = await call(running, renewInvitation, { params }, scene.coordinator.cookie);
    expect(renewed.status).toBe(201);
    expect((await accept(first)).problem.code).toBe('invitation.over');
    running.shiftClock(7 * DAY + 1000);
    try {
      expect((await accept(renewed.body.token)).problem.code).toBe('invitation.over');
    } finally {
      running.shiftClock(0);
    }
    expect((await accept(renewed.body.token)).status).toBe(201);
  });

  it('of two who use a link at once let one in', async () => {
    const scene = await givenScene(running);
    const token = await newToken(scene.coordinator, lead(scene));
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  it('refuse a password that is tried first, say why, and let one try again with the same link', async () => {
    const scene = await givenScene(running);
    const token = await newToken(scene.coordinator, lead(scene));
    for (const [password, fault] of [
      ['short', 'short'],
      ['password1234', 'common'],
      ['aaaaaaaaaaaaaaa', 'pattern'],
      ['AinoRanta2026', 'personal'],
    ] as const) {
      const refused = await accept(token, password);
      expect([refused.status, refused.problem.code]).toEqual([422, 'password.weak']);
      expect(refused.problem['details']).toEqual({ fault });
      expect(refused.problem.places).toEqual([expect.objectContaining({ pointer: '/password' })]);
    }
    expect((await accept(token)).status).toBe(201);
  });

  it('that exist already only get the role: nobody gets a link to somebody else’s account', async () => {
    const scene = await givenScene(running);
    const known = await givenAccount(running);
    const added = await invite(scene.coordinator, lead(scene), known.email);
    expect(added.status).toBe(201);
    expect(added.body.invitation).toBeUndefined();
    expect(added.body.account).toMatchObject({ id: known.accountId, name: 'Test Person', state: 'active' });
    const other = await givenScene(running);
    const invited = await invite(other.coordinator, lead(other));
    const taken = await invite(scene.coordinator, lead(scene), invited.body.account.email);
    expect(taken.body.invitation).toBeUndefined();
    const params = { accountId: invited.body.account.id };
    const refused = await call(running, renewInvitation, { params }, scene.coordinator.cookie);
    expect([refused.status, refused.problem.code]).toEqual([403, 'access.forbidden']);
    expect((await call(running, renewInvitation, { params }, administrator.cookie)).status).toBe(201);
  });

  it('that are shut end their sessions at once and come in again by no link; opened, they work as before', async () => {
    const scene = await givenScene(running);
    const token = await newToken(scene.coordinator, lead(scene));
    const accepted = await accept(token);
    const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const accountId = accepted.body.account.id;
    const set = (isDisabled: boolean, who: TestActor) =>
      call(running, setAccountState, { params: { accountId }, body: { isDisabled } }, who.cookie);
    expect((await set(true, scene.coordinator)).problem.code).toBe('access.forbidden');
    expect((await set(true, administrator)).body.state).toBe('disabled');
    expect((await call(running, readSession, {}, cookie)).problem.code).toBe('session.expired');
    const renewed = await call(running, renewInvitation, { params: { accountId } }, administrator.cookie);
    expect([renewed.status, renewed.problem.code]).toEqual([409, 'account.disabled']);
    expect((await signInOverHttp(running, accepted.body.account.email, GOOD)).status).toBe(401);
    expect((await set(false, administrator)).body.state).toBe('active');
    expect((await signInOverHttp(running, accepted.body.account.email, GOOD)).status).toBe(200);
  });

  it('are seen within one’s reach: by the coordinator the programme’s, by the lead the city’s', async () => {
    const scene = await givenScene(running);
    const stranger = await givenScene(running);
    const contributor = await asContributor(running, scene.cityId);
    const ids = async (who: TestActor) => (await list(who)).map(({ id }) => id);
    expect(await ids(scene.coordinator)).toEqual(
      expect.arrayContaining([scene.lead.accountId, scene.expert.accountId, contributor.accountId]),
    );
    expect(await ids(scene.coordinator)).not.toContain(stranger.lead.accountId);
    expect((await ids(scene.lead)).sort()).toEqual([scene.lead.accountId, contributor.accountId].sort());
    expect(await ids(administrator)).toEqual(
      expect.arrayContaining([scene.lead.accountId, stranger.lead.accountId]),
    );
    const both = await givenActor(running, [
      { role: 'cityLead', scope: 'city', scopeId: scene.cityId },
      { role: 'cityLead', scope: 'city', scopeId: stranger.cityId },
    ]);
    const seen = (await list(scene.coordinator)).find(({ id }) => id === both.accountId);
    expect(seen?.memberships.map(({ scopeId }) => scopeId)).toEqual([scene.cityId]);
  });

  it('get roles from those who may give them there, with sections for contributors, and lose them again', async () => {
    const scene = await givenScene(running);
    const { accountId } = await givenAccount(running);
    const grant = (who: TestActor, body: NewMembership) =>
      call(running, grantMembership, { params: { accountId }, body }, who.cookie);
    const contributor: NewMembership = {
      ...{ role: 'cityContributor', scope: 'city', scopeId: scene.cityId, sections: ['s-com'] },
    };
    expect((await grant(scene.coordinator, contributor)).status).toBe(404);
    const granted = await grant(administrator, contributor);
    expect(granted.status).toBe(201);
    expect(granted.body.account.memberships).toEqual([
      expect.objectContaining({ role: 'cityContributor', scopeName: 'Testville 1', sections: ['s-com'] }),
    ]);
    expect((await grant(administrator, contributor)).problem.code).toBe('membership.exists');
    const more = await grant(scene.coordinator, {
      ...{ role: 'partner', scope: 'assessment', scopeId: scene.assessmentId },
    });
    expect(more.body.account.memberships.map(({ role }) => role)).toEqual(['cityContributor', 'partner']);
    const [first] = more.body.account.memberships;
    const params = { accountId, membershipId: first?.id ?? '' };
    expect((await call(running, endMembership, { params }, scene.lead.cookie)).status).toBe(204);
    expect((await call(running, endMembership, { params }, scene.lead.cookie)).status).toBe(404);
    const left = (await list(scene.coordinator)).find(({ id }) => id === accountId);
    expect(left?.memberships.map(({ role }) => role)).toEqual(['partner']);
  });

  it('get no role where it makes no sense, none that is not the giver’s to give, and none next door', async () => {
    const scene = await givenScene(running);
    const other = await givenScene(running);
    const codes = async (who: TestActor, membership: NewMembership) =>
      (await invite(who, membership)).problem.code;
    const { coordinator, lead: cityLead, cityId, roundId, programmeId } = scene;
    expect(await codes(coordinator, { role: 'expert', scope: 'city', scopeId: cityId })).toBe(
      'membership.invalid',
    );
    expect(await codes(coordinator, { role: 'cityLead', scope: 'city', scopeId: uuidv7() })).toBe(
      'membership.invalid',
    );
    expect(await codes(coordinator, lead(other))).toBe('membership.invalid');
    expect(await codes(coordinator, { ...lead(scene), sections: ['s-com'] })).toBe('membership.invalid');
    expect(await codes(coordinator, { role: 'administrator', scope: 'installation' })).toBe(
      'membership.invalid',
    );
    expect(await codes(cityLead, lead(scene))).toBe('access.forbidden');
    expect(await codes(cityLead, { role: 'partner', scope: 'round', scopeId: roundId })).toBe(
      'membership.invalid',
    );
    expect(await codes(cityLead, { role: 'coordinator', scope: 'programme', scopeId: programmeId })).toBe(
      'membership.invalid',
    );
  });

  it('offer exactly the places and roles that can be given', async () => {
    const scene = await givenScene(running);
    const places = async (who: TestActor) =>
      (await call(running, listGrantPlaces, {}, who.cookie)).body.places;
    expect(await places(scene.lead)).toEqual([
      {
        ...{ scope: 'city', scopeId: scene.cityId, name: 'Testville 1', within: 'Testland' },
        ...{ roles: ['cityContributor'], versionId: scene.versionId },
      },
    ]);
    const own = await places(scene.coordinator);
    expect(own.map(({ scope }) => scope)).toEqual(['programme', 'round', 'city', 'assessment']);
    expect((await places(administrator))[0]).toEqual({
      ...{ scope: 'installation', name: '', roles: ['administrator'] },
    });
  });

  it('never leave the installation without an administrator', async () => {
    const all = (await list(administrator)).flatMap(({ id, memberships }) =>
      memberships.filter(({ role }) => role === 'administrator').map((held) => ({ id, held: held.id })),
    );
    expect(all).toHaveLength(1);
    const params = { accountId: all[0]?.id ?? '', membershipId: all[0]?.held ?? '' };
    const ended = await call(running, endMembership, { params }, administrator.cookie);
    expect([ended.status, ended.problem.code]).toEqual([409, 'account.lastAdministrator']);
    const shut = await call(
      running,
      setAccountState,
      { params: { accountId: params.accountId }, body: { isDisabled: true } },
      administrator.cookie,
    );
    expect([shut.status, shut.problem.code]).toEqual([409, 'account.own']);
  });

  it('leave in the history who was given what by whom', async () => {
    const scene = await givenScene(running);
    const { body } = await invite(scene.coordinator, lead(scene));
    const { entries } = (
      await call(running, readHistory, { query: { limit: '3' } as never }, administrator.cookie)
    ).body;
    expect(entries.map(({ action }) => action)).toEqual([
      ...['account.invited', 'membership.granted', 'account.added'],
    ]);
    for (const entry of entries) {
      expect(entry.by?.id).toBe(scene.coordinator.accountId);
      expect(entry.about).toEqual({ id: body.account.id, name: 'Aino Ranta' });
    }
    expect(entries[1]?.subject).toBe('cityLead');
  });

  it('of people who may not look after others are not listed to them', async () => {
    const scene = await givenScene(running);
    const alone = await asCoordinator(running, uuidv7());
    const refused = await call(running, listAccounts, {}, scene.expert.cookie);
    expect(refused.problem.code).toBe('access.forbidden');
    expect((await list(alone)).map(({ id }) => id)).toEqual([alone.accountId]);
  });
});
