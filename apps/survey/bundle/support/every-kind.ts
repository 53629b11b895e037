import { givenSection } from '../../src/assessment/given.arbitrary.js';

const base = { required: true } as const;
const option = (id: string) => ({ id, code: id });
const count = { kind: 'number', minimum: 0, maximum: 1000, decimals: 0 };
const centre = [
  { ...base, id: 'q-open', code: 'S.12.1', kind: 'yesNo' },
  { ...base, id: 'q-seats', code: 'S.12.2', ...count, unit: 'seats' },
  { ...base, id: 'q-plan', code: 'S.12.3', kind: 'file' },
];
const compiled = givenSection([
  { ...base, id: 'q-yes', code: 'S.1', kind: 'yesNo' },
  { ...base, id: 'q-one', code: 'S.2', kind: 'single', options: [option('o-1'), option('o-2')] },
  {
    ...base,
    id: 'q-some',
    code: 'S.3',
    kind: 'multiple',
    options: [option('m-1'), option('m-2'), { ...option('m-0'), exclusive: true }],
  },
  { ...base, id: 'q-number', code: 'S.4', ...count, unit: 'people' },
  { ...base, id: 'q-share', code: 'S.5', kind: 'share', decimals: 1 },
  {
    ...base,
    id: 'q-grid',
    code: 'S.6',
    kind: 'matrix',
    rows: [option('r-1'), option('r-2')],
    columns: [option('k-1'), option('k-2')],
  },
  {
    ...base,
    id: 'q-order',
    code: 'S.7',
    kind: 'ranking',
    ranked: 2,
    options: [option('g-1'), option('g-2'), option('g-3')],
  },
  { ...base, id: 'q-date', code: 'S.8', kind: 'date' },
  { ...base, id: 'q-words', code: 'S.9', kind: 'text', maxLength: 100 },
  { ...base, id: 'q-file', code: 'S.10', kind: 'file' },
  {
    id: 'q-sum',
    code: 'S.11',
    kind: 'computed',
    required: false,
    formula: { op: 'answer', question: 'q-number' },
    decimals: 1,
  },
  { ...base, id: 'q-set', code: 'S.12', kind: 'set', minimum: 0, maximum: 2, questions: centre },
]);

/** A section of questions of every kind, with texts that a survey could take for something else than words. */
export const EVERY_KIND = {
  compiled,
  source: {
    language: 'en',
    texts: {
      's-1.title': 'Everything',
      's-1.intro': 'Of {q-number} people, {q-share + 1} in {nothing}',
      'q-one.title': '<b>Which</b> of {q-one}?',
      'o-1.title': 'The first of {q-some}',
      'q-grid.title': 'How often?',
      'r-1.title': '**In schools**',
      'k-2.title': 'Always',
      'q-words.title': 'iif({q-yes}, 1, 2)',
      'q-words.help': 'At most {q-number}',
    },
  },
  translations: [
    { language: 'pl', texts: { 'k-2.title': { text: 'Zawsze w {q-one}', of: 'a'.repeat(64) } } },
  ],
} as const;
