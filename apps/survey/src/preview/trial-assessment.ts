import type { Assessment, Session, VersionSummary } from '@kilim/contracts';

/** There is none of these: nothing that is tried in a preview exists anywhere else. */
export const TRIAL_ID = '00000000-0000-7000-8000-000000000000';
const NEVER = '9999-12-31T23:59:00.000Z';
const BEGUN = new Date().toISOString();

export const TRIAL_VERSION: VersionSummary = {
  ...{ id: TRIAL_ID, code: '', version: '', title: '', hash: '0'.repeat(64) },
  ...{ illustrative: false, publishedAt: BEGUN, languages: [] },
};

/** Nobody's session: whoever tries something answers for no city. */
export const TRIAL_SESSION: Session = {
  account: { id: TRIAL_ID, name: '', email: '', language: 'en' },
  memberships: [],
  home: '/survey/',
  expiresAt: NEVER,
};

/** A city of no name in no round, which can answer everything and hand in nothing. */
export function trialAssessment(city: string): Assessment {
  return {
    id: TRIAL_ID,
    city: { id: TRIAL_ID, name: city, country: '', fictional: false, facts: [] },
    round: { id: TRIAL_ID, name: '', kind: 'practice', programmeName: '' },
    version: TRIAL_VERSION,
    state: 'inProgress',
    stateSince: BEGUN,
    deadline: { localTime: '9999-12-31T23:59', zone: 'UTC', instant: NEVER },
    now: BEGUN,
    may: ['answer:write'],
  };
}
