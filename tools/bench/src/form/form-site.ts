import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import {
  compileQuestionnaire,
  exportSurveyJson,
  type CompiledQuestionnaire,
  type SourceTexts,
} from '@kilim/indicators';
import { textRevisionHash, versionHash } from '../../../../apps/api/src/questionnaires/content-hash.js';
import { startAt } from '../../../../apps/api/test/support/crowd.js';
import { asCity } from '../../../../apps/api/test/support/actors.js';
import { givenRound, writingOf } from '../../../../apps/api/test/support/given.js';
import type { Place } from '../../../../apps/api/test/support/place.js';
import { generatedQuestionnaire, titlesOf } from '../engine/generated.js';
import { bundled } from './built-bytes.js';

/** One plain SurveyJS model of a whole questionnaire, a page for each section, as its guide shows it. */
const PLAIN = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
const survey = JSON.parse(document.getElementById('survey').textContent);
createRoot(document.getElementById('app')).render(createElement(Survey, { model: new Model(survey) }));
`;

/** A questionnaire of a size, with somebody who is to answer it. */
export interface FormCase {
  readonly cookie: string;
  /** The page of its second section. */
  readonly path: string;
}

/** A version of so many questions, asked in whole sentences. */
export function largeVersion(count: number): {
  readonly compiled: CompiledQuestionnaire;
  readonly texts: SourceTexts;
} {
  const compiled = compileQuestionnaire(generatedQuestionnaire(count));
  const named = titlesOf(compiled.questionnaire);
  const asked = compiled.questions.map(({ question: { id, code } }) => [
    `${id}.title`,
    `${code}: how far does the city do what this question is about, and who of its people is meant by it?`,
  ]);
  return {
    compiled,
    texts: { ...named, texts: { ...named.texts, ...Object.fromEntries(asked) } as Record<string, string> },
  };
}

/** Writes versions of these sizes into a place where no server runs, each with a city that answers it. */
export async function givenForms(place: Place, counts: readonly number[]): Promise<readonly FormCase[]> {
  const running = await startAt(place);
  try {
    const cases: FormCase[] = [];
    for (const count of counts) {
      const { compiled, texts } = largeVersion(count);
      const structure = compiled.questionnaire;
      const version = {
        ...{ structure, sourceTexts: texts, translations: [] },
        hash: versionHash(structure, texts),
        sourceRevision: textRevisionHash(texts),
      };
      const { cities } = await givenRound(writingOf(running.app), { version });
      const { cityId, assessmentId } = cities[0] ?? { cityId: '', assessmentId: '' };
      const { cookie } = await asCity(running, cityId);
      cases.push({ cookie, path: `/survey/assessments/${assessmentId}/sections/S1` });
    }
    return cases;
  } finally {
    await running.close();
  }
}

/** The references, on a server of their own: the questions as a page and nothing else, and one plain SurveyJS model. */
export class ReferenceSite {
  private constructor(private readonly server: Server) {}

  static async start(count: number): Promise<ReferenceSite> {
    const { compiled, texts } = largeVersion(count);
    const { survey } = exportSurveyJson(compiled, texts, []);
    const require = createRequire(import.meta.url);
    const [program = ''] = await bundled(PLAIN);
    const style = await readFile(require.resolve('survey-core/survey-core.min.css'), 'utf8');
    const json = JSON.stringify(survey).replaceAll('<', '\\u003c');
    const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Reference</title>';
    const section = compiled.questionnaire.sections[1]?.questions ?? [];
    const files: Readonly<Record<string, readonly [string, string]>> = {
      '/static': [
        'text/html',
        `${head}<h1>S1</h1>${section.map(({ id }) => `<h2>${texts.texts[`${id}.title`] ?? ''}</h2>`).join('')}`,
      ],
      // What keys take where nothing listens to them.
      '/fields': ['text/html', `${head}<h1>S1</h1>${section.map(() => '<p><input>').join('')}`],
      '/plain': [
        'text/html',
        `${head}<link rel="stylesheet" href="/plain.css"><div id="app"></div>` +
          `<script type="application/json" id="survey">${json}</script><script type="module" src="/plain.js"></script>`,
      ],
      '/plain.js': ['text/javascript', program],
      '/plain.css': ['text/css', style],
    };
    const packed = new Map(
      Object.entries(files).map(([name, [type, text]]) => [name, { type, body: brotliCompressSync(text) }]),
    );
    const server = createServer((request, response) => {
      const file = packed.get(request.url ?? '');
      response.statusCode = file ? 200 : 404;
      if (file) {
        response.setHeader('content-type', `${file.type}; charset=utf-8`).setHeader('content-encoding', 'br');
        // As the form's own files: kept for ever, but for the page.
        response.setHeader('cache-control', file.type === 'text/html' ? 'no-store' : 'max-age=31536000');
      }
      response.end(file?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ReferenceSite(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
