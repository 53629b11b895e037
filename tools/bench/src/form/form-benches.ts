import { rowOf, type Bench } from '../bench.js';
import { bundledBytes, entryBytes, sectionBytes } from './built-bytes.js';
import { measuredInBrowser } from './form-in-browser.js';

/** Nothing but the libraries, each used so that nothing of it can be left out that the form needs. */
const LIBRARIES = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import * as z from 'zod';
void i18next.use(initReactI18next).init({ lng: 'en', resources: {} });
const Line = z.strictObject({ a: z.string(), b: z.int(), c: z.array(z.record(z.string(), z.unknown())) });
const Lines = z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]);
const Page = () => createElement('p', null, useTranslation().t(String(Line.or(Lines).safeParse({}).success)));
createRoot(document.body).render(createElement(Page));
`;
const SURVEYJS = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
createRoot(document.body).render(createElement(Survey, { model: new Model({ elements: [] }) }));
`;

/** How much there is to load before the form can be read, and before it can be answered (R5). */
export const formBenches: readonly Bench[] = [
  {
    name: 'form.bytes',
    async run() {
      const [entry, section, libraries, surveyJs] = await Promise.all([
        entryBytes(),
        sectionBytes(),
        bundledBytes(LIBRARIES),
        bundledBytes(SURVEYJS),
      ]);
      return [
        rowOf({ name: 'form.bytes.entry', unit: 'bytes, brotli', target: { atMost: 1.15 } }, [
          { value: entry, baseline: libraries },
        ]),
        rowOf({ name: 'form.bytes.section', unit: 'bytes, brotli', target: { atMost: 1.08 } }, [
          { value: section, baseline: surveyJs },
        ]),
      ];
    },
  },
  { name: 'form.browser', run: measuredInBrowser },
];
