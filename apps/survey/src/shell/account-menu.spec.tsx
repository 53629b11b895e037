/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '@kilim/contracts';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { TRIAL_SESSION } from '../preview/trial-assessment.js';
import { SessionContext } from '../session/session-context.js';
import { AccountMenu } from './account-menu.js';

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

function given(session: Partial<Session>): void {
  const signedIn = {
    session: { ...TRIAL_SESSION, ...session },
    signOut: () => Promise.resolve(),
    leave: () => undefined,
  };
  render(
    <MemoryRouter>
      <SessionContext value={signedIn}>
        <AccountMenu name="Alicja" email="alicja@example.org" />
      </SessionContext>
    </MemoryRouter>,
  );
}

const leadsTo = (name: string): string | null | undefined =>
  screen.queryByRole('link', { name, hidden: true })?.getAttribute('href');

describe('the menu of the account', () => {
  it('leads a city into the dashboard, whose start would send it back to the form', () => {
    given({ home: '/survey/' });
    expect(leadsTo('Dashboard')).toBe('/admin/cities');
  });

  it('leads others to the start of the dashboard', () => {
    given({ home: '/admin/' });
    expect(leadsTo('Dashboard')).toBe('/admin/');
  });

  it('leads whoever may invite colleagues and hand them sections to where that is done', () => {
    given({ memberships: [{ role: 'cityLead', scope: 'city' }] });
    expect(leadsTo('Colleagues and sections')).toBe('/admin/accounts');
    cleanup();
    given({ memberships: [{ role: 'cityContributor', scope: 'city' }] });
    expect(leadsTo('Colleagues and sections')).toBeUndefined();
  });
});
