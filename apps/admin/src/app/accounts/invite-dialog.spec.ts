import { describe, expect, it } from '@jest/globals';
import type { GrantPlace } from '@kilim/contracts';
import { givenPage } from '../testing/given-page';
import { InviteDialog } from './invite-dialog';

const CITY = '01900000-0000-7000-8000-0000000000c1';
const OTHER_CITY = '01900000-0000-7000-8000-0000000000c2';
const PLACE: GrantPlace = { scope: 'city', scopeId: CITY, name: 'Belmora', roles: ['cityLead'] };
const OTHER: GrantPlace = { ...PLACE, scopeId: OTHER_CITY, name: 'Sarvik' };

async function render(places: readonly GrantPlace[] = [PLACE, OTHER]) {
  const page = await givenPage(InviteDialog, { places });
  /** As the Enter key does. */
  const submit = async () => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
  };
  return { ...page, submit };
}

describe('adding a person', () => {
  it('puts the focus on the first field that is wrong, with the words that say why', async () => {
    const { element, fill, submit } = await render();
    await submit();
    expect(document.activeElement?.id).toBe('invite-name');
    await fill('#invite-name', 'Zoe');
    await fill('#invite-email', 'zoe@city.example');
    await submit();
    expect(document.activeElement?.id).toBe('grant-role');
    const hint = document.activeElement?.getAttribute('aria-describedby') ?? '';
    expect(element.querySelector(`#${hint}`)?.textContent).toContain('Choose a role');
  });

  it('shows the link where the form was, with the focus on it', async () => {
    const { element, answer, fill, submit } = await render();
    await fill('#invite-name', 'Zoe');
    await fill('#invite-email', 'zoe@city.example');
    await fill('#grant-role', 'cityLead');
    await fill('#grant-place', CITY);
    await submit();
    const account = {
      ...{ id: CITY, name: 'Zoe', email: 'zoe@city.example', language: 'en', state: 'invited' },
      ...{ createdAt: '2026-04-10T10:00:00.000Z', memberships: [], mayDisable: false, mayInvite: true },
    };
    const invitation = { token: 'a-token-that-is-long-enough', expiresAt: '2026-04-17T10:00:00.000Z' };
    await answer('/accounts', { account, invitation });
    expect(document.activeElement?.id).toBe('invitation-made');
    expect(element.querySelector('form')).toBeNull();
  });

  it('asks for the place only where there are several', async () => {
    const { element, fill } = await render([PLACE]);
    await fill('#grant-role', 'cityLead');
    expect(element.querySelector<HTMLSelectElement>('#grant-place')?.value).toBe(CITY);
    const several = await render();
    await several.fill('#grant-role', 'cityLead');
    expect(several.element.querySelector<HTMLSelectElement>('#grant-place')?.value).toBe('');
  });
});
