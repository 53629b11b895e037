import type { DemoCity } from './demo-city.js';

/** Invited: nobody has answered anything yet. In the round before it said no, with a reason. */
export const RIVMALA: DemoCity = {
  name: 'Rīvmala',
  country: 'Latvia',
  zone: 'Europe/Riga',
  domain: 'rivmala.example',
  language: 'en',
  lead: { name: 'Ilze Kalniņa-Ozola', mailbox: 'ilze.ozola' },
  contributor: { name: 'Artjoms Vasiļjevs', mailbox: 'artjoms.vasiljevs' },
  contributorSections: ['LAN', 'MDA', 'EDU'],
  facts: [
    { name: 'Population', yearsAgo: 1, value: 61_800, unit: 'inhabitants' },
    { name: 'Population', yearsAgo: 6, value: 66_400, unit: 'inhabitants' },
    { name: 'Born abroad', yearsAgo: 1, value: 11.9, unit: '%' },
    { name: 'Non-nationals', yearsAgo: 1, value: 14.7, unit: '%' },
    { name: 'Gross domestic product per head', yearsAgo: 2, value: 18_300, unit: 'EUR' },
  ],
  state: 'invited',
  answered: [],
  strengths: {},
  picks: {},
  notApplicable: {},
  open: [],
  changes: [],
  evidence: [],
  checked: [],
  findings: [],
  earlier: {
    state: 'declined',
    answered: [],
    strengths: {},
    picks: {},
    open: [],
    findings: [],
    lastWord:
      'We are merging with two parishes this year, and nobody could say which city the answers would be about. Please ask us again next time.',
  },
};
