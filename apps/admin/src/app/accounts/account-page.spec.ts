import { describe, expect, it } from '@jest/globals';
import type { Account, GrantPlace, HeldMembership } from '@kilim/contracts';
import { VERSION } from '../testing/given';
import { givenPage } from '../testing/given-page';
import { AccountPage } from './account-page';

const ID = '01900000-0000-7000-8000-0000000000a1';
const CITY = '01900000-0000-7000-8000-0000000000c1';
const HELD: HeldMembership = {
  ...{ id: '01900000-0000-7000-8000-0000000000b1', role: 'cityContributor', scope: 'city', scopeId: CITY },
  ...{ scopeName: 'Belmora', sections: ['s-one'], grantedAt: '2026-04-01T10:00:00.000Z', mayEnd: true },
};
const PERSON: Account = {
  ...{ id: ID, name: 'Zoe', email: 'zoe@city.example', language: 'en', state: 'invited' },
  ...{ createdAt: '2026-04-01T10:00:00.000Z', memberships: [HELD], mayDisable: false, mayInvite: true },
};
const PLACE: GrantPlace = {
  ...{ scope: 'city', scopeId: CITY, name: 'Belmora', roles: ['cityContributor'], versionId: VERSION.id },
};

async function render() {
  const page = await givenPage(AccountPage, { accountId: ID });
  await page.answer('/accounts', { accounts: [PERSON] });
  await page.answer('/grant-places', { places: [PLACE] });
  await page.answer(`/questionnaire-versions/${VERSION.id}`, VERSION);
  return page;
}

describe('the page of one person', () => {
  it('says which sections a contributor was handed, and how to hand out others', async () => {
    const { element } = await render();
    expect(element.querySelector('k-handed-sections')?.textContent).toContain('ONE One');
    expect(element.textContent).toContain('give it again');
  });

  it('keeps the person whose only role was taken away, says so, and lets a role be given', async () => {
    const { element, answer, press } = await render();
    await press('Take the role away');
    await press('Take the role away');
    await answer(`/memberships/${HELD.id}`, null);
    expect(document.activeElement?.id).toBe('roles-heading');
    await answer('/accounts', { accounts: [] });
    expect(element.querySelector('h1')?.textContent).toBe('Zoe');
    expect(element.querySelector('[role=status]')?.textContent).toBe('The role was taken away.');
    expect(element.textContent).toContain('No role within your reach is left');
    expect(element.querySelector('k-membership-form')).not.toBeNull();
  });

  it('tells what is wrong where it was wanted, once, and in no dialog for something else', async () => {
    const { element, press, server, settle } = await render();
    const alerts = () => [...element.querySelectorAll('[role=alert]')].map((each) => each.closest('dialog'));
    await press('Take the role away');
    await press('Take the role away');
    server.expectOne(({ url }) => url.endsWith(`/memberships/${HELD.id}`)).error(new ProgressEvent('error'));
    await settle();
    expect(alerts()).toEqual([element.querySelector('dialog')]);
    await press('Cancel');
    expect(alerts()).toEqual([]);
    await press('Take the role away');
    expect(element.querySelector('dialog')).not.toBeNull();
    expect(alerts()).toEqual([]);
  });

  it('says beside the form that a role was given', async () => {
    const { element, answer, fill, press } = await render();
    await fill('#grant-role', 'cityContributor');
    await fill('#grant-place', CITY);
    await press('Give the role');
    await answer('/memberships', { account: PERSON });
    expect(element.querySelector('[aria-labelledby=grant-heading] [role=status]')?.textContent).not.toBe('');
  });

  it('adds them again by their address, which the server knows, since it knows no way to who is out of reach', async () => {
    const { element, answer, fill, press, server, settle } = await render();
    await press('Take the role away');
    await press('Take the role away');
    await answer(`/memberships/${HELD.id}`, null);
    await answer('/accounts', { accounts: [] });
    await fill('#grant-role', 'cityContributor');
    await fill('#grant-place', CITY);
    await press('Give the role');
    const added = server.expectOne(({ method }) => method === 'POST');
    expect([added.request.url, added.request.body]).toMatchObject([
      '/api/accounts',
      { email: PERSON.email, membership: { role: 'cityContributor', scopeId: CITY } },
    ]);
    const invitation = { token: 'a-token-that-is-long-enough', expiresAt: '2026-04-17T10:00:00.000Z' };
    added.flush({ account: PERSON, invitation });
    await settle();
    await answer('/accounts', { accounts: [PERSON] });
    expect(element.querySelector('k-invitation-link')).not.toBeNull();
    expect(document.activeElement?.id).toBe('invitation-made');
    expect(element.textContent).not.toContain('No role within your reach is left');
  });
});
