import { describe, expect, it } from '@jest/globals';
import type { Account, GrantPlace } from '@kilim/contracts';
import { VERSION } from '../testing/given';
import { givenPage } from '../testing/given-page';
import { AccountsPage } from './accounts-page';

const ID = '01900000-0000-7000-8000-0000000000a1';
const CITY = '01900000-0000-7000-8000-0000000000c1';
const CREATED = '2026-04-01T10:00:00.000Z';
const PERSON: Account = {
  ...{ id: ID, name: 'Zoe', email: 'zoe@city.example', language: 'en', state: 'active', createdAt: CREATED },
  memberships: [
    {
      ...{ id: ID, role: 'cityContributor', scope: 'city', scopeId: CITY, scopeName: 'Belmora' },
      ...{ sections: ['s-one'], grantedAt: CREATED, mayEnd: true },
    },
  ],
  ...{ mayDisable: false, mayInvite: true },
};
const PLACE: GrantPlace = {
  ...{ scope: 'city', scopeId: CITY, name: 'Belmora', roles: ['cityContributor'], versionId: VERSION.id },
};

describe('the list of people', () => {
  it('says which sections somebody was handed', async () => {
    const { element, answer } = await givenPage(AccountsPage);
    await answer('/accounts', { accounts: [PERSON] });
    await answer('/grant-places', { places: [PLACE] });
    await answer(`/questionnaire-versions/${VERSION.id}`, VERSION);
    const cell = element.querySelector('tbody td');
    expect(cell?.textContent).toContain('City contributor, Belmora');
    expect(cell?.textContent).toContain('ONE One');
  });
});
