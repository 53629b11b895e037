import { inPlace } from '../../../../apps/api/test/support/place.js';
import { ServerProcess } from '../../../../apps/api/test/support/server-process.js';
import { metAlsoBy, rowOf, type Bench } from '../bench.js';
import { bundledBytes, entryBytes, sectionBytes } from './built-bytes.js';
import { bytesToRead } from './bytes-to-read.js';
import { measuredInBrowser } from './form-in-browser.js';
import { givenForms } from './form-site.js';

/** As many bytes as the list of sections and questions may need until it can be read, where the server has written it. */
const READ_WITHIN = 60_000;

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
      const [toRead, entry, section, libraries, surveyJs] = await Promise.all([
        largeToRead(),
        entryBytes(),
        sectionBytes(),
        bundledBytes(LIBRARIES),
        bundledBytes(SURVEYJS),
      ]);
      const row = (name: string, atMost: number, value: number, baseline: number) =>
        rowOf({ name, unit: 'bytes, brotli', target: { atMost } }, [{ value, baseline }]);
      const read = row('form.bytes.read', 1, toRead, READ_WITHIN);
      return [
        read,
        metAlsoBy(row('form.bytes.entry', 1.15, entry, libraries), read),
        row('form.bytes.section', 1.08, section, surveyJs),
      ];
    },
  },
  { name: 'form.browser', run: measuredInBrowser },
];

/** What arrives before the sections and questions of a questionnaire of 500 can be read. */
function largeToRead(): Promise<number> {
  return inPlace('sqlite', async (place) => {
    const [form] = await givenForms(place, [500]);
    if (!form) throw new Error('A questionnaire was asked for.');
    const server = await ServerProcess.ours(place);
    try {
      return await bytesToRead(`http://127.0.0.1:${String(server.port)}${form.path}`, form.cookie);
    } finally {
      await server.stop();
    }
  });
}
