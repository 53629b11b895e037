import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { INTERFACE_LANGUAGES, languageCookie, type InterfaceLanguage, type RoundRow } from '@kilim/contracts';
import type { Questionnaire, SourceTexts } from '@kilim/indicators';
import type { QuestionnaireVersion } from '@kilim/contracts';
import { Say } from '../language/say';
import { TextsLoader } from '../language/texts-loader';
import { VersionBook } from '../versions/version-book';

/** Providers that speak: the real texts through the real loader. */
export const SPEAKING = [
  provideTransloco({
    config: { availableLangs: [...INTERFACE_LANGUAGES], defaultLang: 'en' },
    loader: TextsLoader,
  }),
];

/** A voice in a language, with the real texts. */
export async function givenSpeech(language: InterfaceLanguage = 'en'): Promise<Say> {
  document.cookie = languageCookie(language, location.origin);
  TestBed.configureTestingModule({ providers: SPEAKING });
  const say = TestBed.inject(Say);
  await say.begin();
  return say;
}

const HASH = 'a'.repeat(64);
const NOW = '2026-04-10T10:00:00.000Z';

/** One question of each kind that scores, in two indicators, one composite and two indices. */
export const QUESTIONNAIRE: Questionnaire = {
  format: 1,
  code: 'TEST',
  version: '2026.1',
  sourceLanguage: 'en',
  illustrative: true,
  sections: [
    {
      id: 's-one',
      code: 'ONE',
      questions: [
        {
          id: 'q-yes',
          code: 'A.1',
          indicator: 'n-a',
          required: true,
          kind: 'yesNo',
          points: { yes: 3, no: 0 },
        },
        {
          id: 'q-some',
          code: 'A.2',
          indicator: 'n-a',
          required: true,
          kind: 'multiple',
          options: [
            { id: 'o-red', code: 'red', points: 0.5 },
            { id: 'o-blue', code: 'blue', points: 0.5 },
          ],
        },
        {
          id: 'q-share',
          code: 'B.1',
          indicator: 'n-b',
          required: true,
          kind: 'share',
          decimals: 1,
          bands: [
            { from: 0, points: 0 },
            { from: 50, points: 4 },
          ],
        },
        {
          id: 'q-grid',
          code: 'B.2',
          indicator: 'n-b',
          required: false,
          kind: 'matrix',
          askedIf: { op: 'equals', question: 'q-yes', value: true },
          rows: [
            { id: 'r-young', code: 'young' },
            { id: 'r-old', code: 'old' },
          ],
          columns: [
            { id: 'o-little', code: 'little', points: 0 },
            { id: 'o-much', code: 'much', points: 2 },
          ],
        },
        { id: 'q-words', code: 'B.3', required: false, kind: 'text', maxLength: 200, narrative: true },
      ],
    },
  ],
  indicators: [
    { id: 'n-a', code: 'A' },
    { id: 'n-b', code: 'B' },
  ],
  composites: [{ id: 'c-lens', code: 'LENS', members: [{ of: 'n-b', weight: 1 }] }],
  indices: [
    {
      id: 'x-core',
      code: 'CORE',
      members: [
        { of: 'n-a', weight: 1 },
        { of: 'c-lens', weight: 3 },
      ],
    },
  ],
  rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0.5 },
};

const TEXTS: SourceTexts = {
  language: 'en',
  texts: {
    'questionnaire.title': 'A test',
    's-one.title': 'One',
    'q-yes.title': 'Is there a plan?',
    'q-some.title': 'Which colours?',
    'o-red.title': 'Red',
    'o-blue.title': 'Blue',
    'q-share.title': 'What share?',
    'q-grid.title': 'How much?',
    'r-young.title': 'Young',
    'r-old.title': 'Old',
    'o-little.title': 'Little',
    'o-much.title': 'Much',
    'q-words.title': 'In your words',
    'n-a.title': 'Arts',
    'n-b.title': 'Bridges',
    'c-lens.title': 'The lens',
    'x-core.title': 'Core index',
  },
};

/** The test questionnaire as a published version. */
export const VERSION: QuestionnaireVersion = {
  id: '01900000-0000-7000-8000-000000000001',
  code: 'TEST',
  version: '2026.1',
  title: 'A test',
  hash: HASH,
  illustrative: true,
  publishedAt: NOW,
  languages: [{ language: 'en', textRevision: HASH, isSource: true }],
  questionnaire: QUESTIONNAIRE,
  source: TEXTS,
  translations: [{ language: 'pl', texts: { 'q-yes.title': { text: 'Czy jest plan?', of: HASH } } }],
};

export const BOOK = new VersionBook(VERSION, 'en');

/** A line of a round's matrix: a city that has answered half of two indicators. */
export function givenRow(change: Partial<RoundRow> & { readonly name?: string } = {}): RoundRow {
  const { name = 'Belmora', ...rest } = change;
  const progress = { asked: 4, answered: 2, notApplicable: 0, open: 2, faulty: 0, requiredOpen: 2 };
  const interval = { low: 0.25, high: 0.75, exact: true, reasons: [] };
  return {
    assessmentId: `01900000-0000-7000-8000-${String([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)).padStart(12, '0')}`,
    city: { id: '01900000-0000-7000-8000-0000000000c1', name, country: 'Nowhere' },
    state: 'inProgress',
    stateSince: '2026-04-01T10:00:00.000Z',
    deadline: { localTime: '2026-04-30T23:59', zone: 'Europe/Warsaw', instant: '2026-04-30T21:59:59.999Z' },
    replies: [],
    total: progress,
    cells: [
      {
        id: 'n-a',
        code: 'A',
        ...progress,
        standing: 'claimed',
        score: { kind: 'scored', value: 0.5 },
        interval,
        withEvidence: 1,
      },
      {
        id: 'n-b',
        code: 'B',
        ...progress,
        answered: 0,
        open: 4,
        standing: 'unanswered',
        score: { kind: 'unanswered' },
        interval: { low: 0, high: 1, exact: true, reasons: [] },
        withEvidence: 0,
      },
    ],
    indices: [],
    lastActivityAt: '2026-04-09T10:00:00.000Z',
    experts: ['Helena V.'],
    ...rest,
  };
}

/** The server's clock in these tests. */
export const SERVER_NOW = NOW;
