import type { Questionnaire, SourceTexts } from '@kilim/indicators';
import { textRevisionHash, versionHash } from '../../src/questionnaires/content-hash.js';
import type { GivenVersion } from './given.js';

/** A small questionnaire about youth centres: a repeated set, a calculation, a ranking, a file and what must hold. */
const structure: Questionnaire = {
  ...{ format: 1, code: 'CENTRES', version: '1', sourceLanguage: 'en', illustrative: true },
  sections: [
    {
      ...{ id: 'sec-centres', code: 'CEN' },
      questions: [
        {
          ...{ id: 'q-centres', code: 'CEN.1', kind: 'set', required: true, minimum: 1, maximum: 4 },
          questions: [
            {
              ...{ id: 'q-places', code: 'CEN.2', kind: 'number', required: true, indicator: 'ind-centres' },
              ...{ unit: 'places', minimum: 0, maximum: 500, decimals: 0, mayNotApply: true },
              ...{
                quality: 'required',
                bands: [
                  { from: 0, points: 0 },
                  { from: 20, points: 2 },
                ],
              },
            },
          ],
        },
        {
          ...{ id: 'q-sum', code: 'CEN.3', kind: 'computed', required: false, indicator: 'ind-centres' },
          ...{
            decimals: 0,
            unit: 'places',
            bands: [
              { from: 0, points: 0 },
              { from: 50, points: 1 },
            ],
          },
          formula: { op: 'sum', over: 'q-centres', of: [{ op: 'answer', question: 'q-places' }] },
        },
        {
          ...{ id: 'q-aims', code: 'CEN.4', kind: 'ranking', required: true, indicator: 'ind-centres' },
          options: [
            { id: 'opt-sport', code: 'sport' },
            { id: 'opt-meeting', code: 'meeting', counts: true },
            { id: 'opt-school', code: 'school' },
          ],
          ...{ ranked: 2, places: [2, 1], evidence: { need: 'required', kinds: ['link'] } },
        },
        { id: 'q-plan', code: 'CEN.5', kind: 'file', required: true },
      ],
    },
  ],
  indicators: [{ id: 'ind-centres', code: 'CEN' }],
  composites: [],
  indices: [{ id: 'index-centres', code: 'CENTRES', members: [{ of: 'ind-centres', weight: 1 }] }],
  rules: { unanswered: 'countAsZero', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0.5 },
  validations: [
    {
      ...{ id: 'val-room', code: 'V.1', severity: 'error', marks: ['q-centres'] },
      holds: { op: 'atLeast', question: 'q-sum', value: 10 },
    },
  ],
};

const titles: Readonly<Record<string, string>> = {
  ...{ 'sec-centres': 'Youth centres', 'ind-centres': 'Youth centres', 'index-centres': 'Index of centres' },
  ...{ 'q-centres': 'Which centres are there?', 'q-places': 'How many places does it have?' },
  ...{ 'q-sum': 'Places altogether', 'q-aims': 'What are they for?', 'q-plan': 'Send the plan.' },
  ...{ 'opt-sport': 'Sport', 'opt-meeting': 'Meeting others', 'opt-school': 'Help with school' },
};

const sourceTexts: SourceTexts = {
  ...{ format: 1, language: 'en' },
  texts: {
    ...Object.fromEntries(Object.entries(titles).map(([id, title]) => [`${id}.title`, title])),
    'val-room.message': 'All centres together have at least ten places.',
  },
};

export const CENTRES: GivenVersion = {
  ...{ structure, sourceTexts, translations: [] },
  hash: versionHash(structure, sourceTexts),
  sourceRevision: textRevisionHash(sourceTexts),
};
