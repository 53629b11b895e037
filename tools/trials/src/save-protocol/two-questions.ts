import { textRevisionHash, versionHash } from '../../../../apps/api/src/questionnaires/content-hash.js';
import type { GivenVersion } from '../../../../apps/api/test/support/given.js';

/** What is written in, by the people who play. */
export const WRITTEN_IN = ['q-aims', 'q-means'] as const;

/**
 * Two questions to write in and one that is scored. Requires nothing, so that it can be submitted at any time; and is
 * small, so that the time goes into what is tried and not into scores.
 */
const structure: GivenVersion['structure'] = {
  ...{ format: 1, code: 'TWO', version: '1', sourceLanguage: 'en', illustrative: true },
  sections: [
    {
      ...{ id: 'sec-all', code: 'ALL' },
      questions: [
        { id: 'q-aims', code: 'ALL.1', kind: 'text', required: false, maxLength: 2000 },
        { id: 'q-means', code: 'ALL.2', kind: 'text', required: false, maxLength: 2000 },
        {
          ...{ id: 'q-plan', code: 'ALL.3', kind: 'yesNo', required: false, indicator: 'ind-all' },
          points: { yes: 1, no: 0 },
        },
      ],
    },
  ],
  indicators: [{ id: 'ind-all', code: 'ALL' }],
  composites: [],
  indices: [{ id: 'index-all', code: 'ALL', members: [{ of: 'ind-all', weight: 1 }] }],
  rules: { unanswered: 'countAsZero', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
};

const titles = {
  ...{ 'sec-all': 'All', 'ind-all': 'All', 'index-all': 'All' },
  ...{ 'q-aims': 'What are the aims?', 'q-means': 'What are the means?', 'q-plan': 'Is there a plan?' },
};

const sourceTexts: GivenVersion['sourceTexts'] = {
  ...{ format: 1, language: 'en' },
  texts: Object.fromEntries(Object.entries(titles).map(([id, title]) => [`${id}.title`, title])),
};

export const TWO_QUESTIONS: GivenVersion = {
  ...{ structure, sourceTexts, translations: [] },
  hash: versionHash(structure, sourceTexts),
  sourceRevision: textRevisionHash(sourceTexts),
};
