import type { DemoCity } from './demo-city.js';

/** Withdrawn: it had begun, then the posts that the work hung on were lost. */
export const CETAVIA: DemoCity = {
  name: 'Cetavia',
  country: 'Romania',
  zone: 'Europe/Bucharest',
  domain: 'cetavia.example',
  language: 'en',
  lead: { name: 'Ioana Dumbravă', mailbox: 'ioana.dumbrava' },
  contributor: { name: 'Zsolt Kerekes', mailbox: 'zsolt.kerekes' },
  contributorSections: ['LAN', 'CUL'],
  facts: [
    { name: 'Population', yearsAgo: 1, value: 287_500, unit: 'inhabitants' },
    { name: 'Population', yearsAgo: 6, value: 301_200, unit: 'inhabitants' },
    { name: 'Born abroad', yearsAgo: 1, value: 3.1, unit: '%' },
    { name: 'Non-nationals', yearsAgo: 1, value: 2.4, unit: '%' },
    { name: 'Gross domestic product per head', yearsAgo: 2, value: 17_600, unit: 'EUR' },
  ],
  state: 'withdrawn',
  answered: ['BG', 'COM', 'LAN', 'CUL'],
  strengths: { COM: 0.3, LAN: 0.6, CUL: 0.5 },
  picks: {
    'BG.1': 380,
    'BG.2': 287_500,
    'BG.3': 81.2,
    'BG.4': 2.4,
    'BG.5': 3.1,
    'BG.6': 4.5,
    'BG.7':
      'Hungarians, Roma and Germans have lived here for centuries; workers from Nepal and Sri Lanka came in the last years.',
    'BG.8': 17_600,
    'BG.9': 1,
    'COM.1': 1,
    'COM.2': 1,
    'COM.N':
      'A draft was discussed with the universities and with the organisations of the old minorities. Newcomers were not yet part of it.',
  },
  notApplicable: {},
  open: ['LAN.N', 'CUL.N'],
  changes: [],
  evidence: [],
  checked: [],
  findings: [],
  farewell:
    'The two posts in the office for integration were cut with the budget of the year. We would rather come back with a team than hand in half an answer.',
};
