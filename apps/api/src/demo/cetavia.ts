import type { DemoCity } from './demo-city.js';
import { CETAVIA_FILES } from './files/cetavia-files.js';

/**
 * Under verification: the expert has checked some areas and goes on. In the round before it withdrew, when the posts
 * that the work hung on were lost; now there is an office again, and a modest but complete set of answers.
 */
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
  state: 'underVerification',
  strengths: {
    COM: 0.45,
    EDU: 0.4,
    NEI: 0.45,
    PUB: 0.35,
    BUS: 0.3,
    CUL: 0.6,
    SPA: 0.4,
    MED: 0.25,
    LAN: 0.65,
    MDA: 0.35,
    INT: 0.55,
    KNO: 0.25,
    WEL: 0.4,
    LEA: 0.3,
    ADI: 0.3,
    PAR: 0.35,
    ACT: 0.45,
  },
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
    'COM.1': 2,
    'COM.2': 2,
    'COM.3': 250,
    'COM.4': true,
    'COM.5': 96_000,
    'COM.6': [0, 1],
    'COM.N':
      'Three years ago the office was closed while we were answering this questionnaire. Two posts came back with the budget of last year, and in the spring the council adopted a strategy. It does not say yet who does what by when.',
    'EDU.1': 11.8,
    'EDU.2': [2],
    'EDU.N':
      'Romanian and Hungarian schools share sports days and a theatre week. Children of the workers who came lately are few, spread over many schools, and often without help in their first months.',
    'NEI.1': 4.3,
    'NEI.N':
      'Most districts are mixed. The settlement by the brickworks, where Roma families live, is not: the city has put in water and a bus line, and families still ask for flats elsewhere.',
    'CUL.1': 1,
    'CUL.2': 18.5,
    'CUL.3': [0, 1],
    'CUL.N':
      'The festival of the three theatres and the choirs of the old quarter bring the old communities together. Those who work in shifts on the building sites are hardly ever seen there.',
    'MED.3': 31,
    'LAN.1': [1],
    'LAN.2': 4,
    'LAN.4': true,
    'LAN.N':
      'Romanian and Hungarian are heard everywhere, German in two schools and a church, Romani at home. Nepali is the language of the building sites, and of no office.',
    'KNO.2': 0,
    'LEA.5': 120,
    'WEL.N':
      'Employers bring workers in and house them. The office meets them at the earliest when a contract ends and a permit runs out.',
    'ACT.7': 0,
  },
  notApplicable: {},
  open: ['PUB.N', 'BUS.N', 'SPA.N', 'MED.N', 'MDA.N', 'INT.N', 'KNO.N', 'LEA.N', 'ADI.N', 'PAR.N', 'ACT.N'],
  changes: [
    { code: 'COM.5', first: 88_000, comment: 'With the amendment of the budget in the summer.' },
    { code: 'NEI.1', first: 0, comment: 'The settlement by the brickworks counts as a neighbourhood.' },
  ],
  evidence: [
    {
      title: 'One town, many voices: integration strategy',
      publisher: 'City council of Cetavia',
      level: 'local',
      daysAgo: 250,
      file: CETAVIA_FILES.strategy,
      uses: [
        { code: 'COM.2', passage: 'page 1' },
        { code: 'COM.6', passage: 'page 2, point 5' },
      ],
    },
    {
      title: 'Courses in Romanian: groups and waiting list',
      publisher: 'School for adults',
      level: 'local',
      daysAgo: 75,
      url: 'https://courses.cetavia.example/waiting-list',
      uses: [{ code: 'LAN.2', passage: 'last table' }, { code: 'LAN.1' }],
    },
    {
      title: 'Museum of the town: programme of the year',
      publisher: 'Museum of the town',
      level: 'local',
      daysAgo: 210,
      url: 'https://museum.cetavia.example/programme.pdf',
      uses: [{ code: 'CUL.3', passage: 'pages 3 and 8' }],
    },
  ],
  checked: ['COM', 'EDU', 'CUL', 'LAN'],
  findings: [
    {
      code: 'COM.6',
      pick: [0],
      reasonCode: 'noEvidence',
      reason:
        'The strategy announces a working group of five departments. Nobody could show minutes, and two of the departments had not heard of it.',
      evidence: ['One town, many voices: integration strategy'],
    },
    {
      code: 'CUL.3',
      pick: [0, 1, 2],
      reasonCode: 'coversMore',
      reason:
        'Page 8 lists guided tours in Hungarian, German and English every month. The city claimed less than it has.',
      evidence: ['Museum of the town: programme of the year'],
    },
    {
      code: 'LAN.2',
      pick: 11,
      reasonCode: 'outdated',
      reason: 'Four weeks held in the spring. By the last table, a beginner who registers now waits eleven.',
      evidence: ['Courses in Romanian: groups and waiting list'],
    },
  ],
  earlier: {
    state: 'withdrawn',
    answered: ['BG', 'COM', 'LAN', 'CUL'],
    strengths: { COM: 0.3, LAN: 0.6, CUL: 0.5 },
    picks: {
      'BG.2': 293_400,
      'BG.4': 1.6,
      'BG.5': 2.2,
      'BG.9': 1,
      'COM.1': 1,
      'COM.2': 1,
      'COM.N':
        'A draft was discussed with the universities and with the organisations of the old minorities. Newcomers were not yet part of it.',
    },
    open: ['BG.1', 'BG.3', 'BG.6', 'BG.7', 'BG.8', 'LAN.N', 'CUL.N'],
    findings: [],
    lastWord:
      'The two posts in the office for integration were cut with the budget of the year. We would rather come back with a team than hand in half an answer.',
  },
};
