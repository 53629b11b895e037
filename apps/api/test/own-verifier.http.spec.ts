import { endMembership, grantMembership, inviteAccount, type NewMembership } from '@kilim/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenAccount, type TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenScene, type Scene } from './support/scene.js';

describeOnBothDatabases('whoever verifies a city', (make) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());

  const invite = (who: TestActor, email: string, membership: NewMembership) =>
    call(
      running,
      inviteAccount,
      { body: { email, name: 'Someone', language: 'en', membership } },
      who.cookie,
    );
  const grant = (who: TestActor, accountId: string, body: NewMembership) =>
    call(running, grantMembership, { params: { accountId }, body }, who.cookie);
  const contributor = ({ cityId }: Scene): NewMembership => ({
    ...{ role: 'cityContributor', scope: 'city', scopeId: cityId },
  });
  const expert = ({ assessmentId }: Scene): NewMembership => ({
    ...{ role: 'expert', scope: 'assessment', scopeId: assessmentId },
  });
  const expertOfRound = ({ roundId }: Scene): NewMembership => ({
    ...{ role: 'expert', scope: 'round', scopeId: roundId },
  });

  it('gets no role in it that would keep them from verifying it, and the refusal says what to do', async () => {
    const scene = await givenScene(running);
    const refused = await invite(scene.lead, scene.expert.email, contributor(scene));
    expect([refused.status, refused.problem.code]).toEqual([422, 'membership.invalid']);
    expect(refused.problem.detail).toContain('Choose somebody else');
    expect(refused.problem.places).toEqual([expect.objectContaining({ pointer: '/membership/role' })]);
    const given = await grant(scene.coordinator, scene.expert.accountId, contributor(scene));
    expect([given.status, given.problem.code]).toEqual([422, 'membership.invalid']);
    expect(given.problem.places).toEqual([expect.objectContaining({ pointer: '/role' })]);
  });

  it('through the whole round gets none either', async () => {
    const scene = await givenScene(running);
    const { email } = await givenAccount(running, [
      { role: 'expert', scope: 'round', scopeId: scene.roundId },
    ]);
    const refused = await invite(scene.lead, email, contributor(scene));
    expect(refused.problem.code).toBe('membership.invalid');
  });

  it('is nobody who works for it', async () => {
    const scene = await givenScene(running);
    const { accountId } = scene.lead;
    for (const role of [expert(scene), expertOfRound(scene)]) {
      const refused = await grant(scene.coordinator, accountId, role);
      expect([refused.status, refused.problem.code]).toEqual([422, 'membership.invalid']);
      expect(refused.problem.detail).toContain('end their role in the city first');
    }
  });

  it('may work for another one, and for this one when the role as an expert is over', async () => {
    const scene = await givenScene(running);
    const other = await givenScene(running);
    const { accountId, email } = scene.expert;
    expect((await invite(other.lead, email, contributor(other))).status).toBe(201);
    const seen = await grant(scene.coordinator, accountId, { ...expertOfRound(scene), role: 'partner' });
    const held = seen.body.account.memberships.find(({ role }) => role === 'expert');
    const params = { accountId, membershipId: held?.id ?? '' };
    expect((await call(running, endMembership, { params }, scene.coordinator.cookie)).status).toBe(204);
    expect((await invite(scene.lead, email, contributor(scene))).status).toBe(201);
  });
});
