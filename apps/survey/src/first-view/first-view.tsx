import {
  addressOf,
  listAnswers,
  listAssessments,
  listClarifications,
  listEvidence,
  nearestLanguage,
  readAssessment,
  readSession,
  readVersion,
  type AskAsReader,
  type Endpoint,
  type FirstView,
  type InterfaceLanguage,
  type LanguagesWanted,
  type ResponseOf,
  type VersionSummary,
} from '@kilim/contracts';
import { createInstance, type i18n } from 'i18next';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { Outlet, Route, Routes, StaticRouter } from 'react-router';
import { readyToUse } from '../assessment/ready-version.js';
import { WorkContext, type ReadyVersion, type Work } from '../assessment/work.js';
import SectionPage from '../form/section-page.js';
import { HomePage } from '../home/home-page.js';
import en from '../language/en.json';
import { ReaderZone } from '../language/moments.js';
import pl from '../language/pl.json';
import { numbersAsRead, textOptions } from '../language/text-options.js';
import { SessionContext } from '../session/session-context.js';
import { TopBar } from '../shell/top-bar.js';
import { placeOfScores } from './first-data.js';
import { workToRead } from './work-to-read.js';

const PAGES = /^\/survey\/assessments\/([^/]+)(?:\/?$|\/sections\/([^/]+)$)/;
const TEXTS = { en, pl };
/** So many questions fill a window, whatever they are. */
const FILL_A_WINDOW = 5;
/** So many versions are kept ready. */
const KEPT_VERSIONS = 12;
const ready = new Map<string, ReadyVersion>();
const spoken = new Map<InterfaceLanguage, i18n>();

/**
 * Makes the first view of a page, with what the program asks for first. It is made of what the server answers to that
 * person and nothing else, so it can tell nobody more than they may see.
 *
 * @param path of the page, below the origin
 * @returns undefined for whoever is not signed in
 */
export async function firstView(
  path: string,
  { chosen, accepted }: LanguagesWanted,
  ask: AskAsReader,
): Promise<FirstView | undefined> {
  const data: Record<string, unknown> = {};
  const read = async <E extends Endpoint>(
    endpoint: E,
    params?: Readonly<Record<string, string>>,
  ): Promise<ResponseOf<E> | undefined> => {
    const address = addressOf(endpoint.path, params);
    const body = await ask(address);
    if (body !== undefined) data[address] = body;
    return body as ResponseOf<E> | undefined;
  };
  const session = await read(readSession);
  if (!session) return undefined;
  const language = chosen ?? nearestLanguage([session.account.language, ...accepted]);
  const [, assessmentId, sectionCode] = PAGES.exec(path) ?? [];
  if (assessmentId === undefined) {
    await read(listAssessments);
    return { language, data };
  }
  const params = { assessmentId };
  const [assessment, answers, evidence, clarifications] = await Promise.all([
    read(readAssessment, params),
    read(listAnswers, params),
    read(listEvidence, params),
    read(listClarifications, params),
  ]);
  if (!assessment || !answers || !evidence || !clarifications) return { language, data };
  // Large, and kept on the device: the program asks for it where it is not there.
  const version = await readyVersion(assessment.version, ask);
  if (!version) return { language, data };
  const work = workToRead(
    { ...{ session, assessment, version }, ...answers, ...evidence, ...clarifications },
    language,
  );
  data[placeOfScores(assessmentId)] = work.reading.scores;
  const html = await htmlOf(path, language, work);
  const filledAt = sectionCode === undefined ? undefined : questionBelow(work, sectionCode);
  return {
    ...{ language, data },
    ...withoutStyleAttributes(atRest(html)),
    ...(filledAt !== undefined && { filledAt }),
  };
}

/** A version ready for use. Whoever may see an assessment may see the version that it says it is pinned to. */
async function readyVersion(pinned: VersionSummary, ask: AskAsReader): Promise<ReadyVersion | undefined> {
  const name = JSON.stringify(pinned);
  const known = ready.get(name);
  if (known) return known;
  const version = (await ask(addressOf(readVersion.path, { versionId: pinned.id }))) as
    ResponseOf<typeof readVersion> | undefined;
  if (!version) return undefined;
  const made = readyToUse(version);
  for (const oldest of [...ready.keys()].slice(0, Math.max(0, ready.size + 1 - KEPT_VERSIONS)))
    ready.delete(oldest);
  ready.set(name, made);
  return made;
}

async function htmlOf(path: string, language: InterfaceLanguage, work: Work): Promise<string> {
  const { session, assessment } = work;
  const signedIn = { session, signOut: () => Promise.resolve(), leave: () => undefined };
  return renderToString(
    <I18nextProvider i18n={await speaking(language)}>
      {/* Times are told for where the city is until the program knows where the reader is. */}
      <ReaderZone value={assessment.deadline.zone}>
        <StaticRouter basename="/survey" location={path}>
          <SessionContext value={signedIn}>
            <WorkContext value={work}>
              <Routes>
                <Route element={<Frame />}>
                  <Route path="assessments/:assessmentId" element={<HomePage />} />
                  <Route path="assessments/:assessmentId/sections/:sectionCode" element={<SectionPage />} />
                </Route>
              </Routes>
            </WorkContext>
          </SessionContext>
        </StaticRouter>
      </ReaderZone>
    </I18nextProvider>,
  );
}

/** The first question of a section that stands below what fills a window; undefined where none does. */
function questionBelow({ version, reading }: Work, sectionCode: string): string | undefined {
  const section = version.compiled.questionnaire.sections.find(({ code }) => code === sectionCode);
  const asked = reading.ofSection.get(section?.id ?? '') ?? [];
  return asked.filter(({ position }) => position === undefined)[FILL_A_WINDOW]?.anchor;
}

function Frame(): ReactElement {
  return (
    <>
      <TopBar />
      <Outlet />
    </>
  );
}

async function speaking(language: InterfaceLanguage): Promise<i18n> {
  const known = spoken.get(language);
  if (known) return known;
  const made = createInstance();
  await made.use(initReactI18next).use(numbersAsRead).init(textOptions(language, TEXTS[language]));
  spoken.set(language, made);
  return made;
}

/** From the beginning of what is closed to its end: what can be seen of it, and what can't. Nothing closed stands in another. */
const CLOSED = /<details(?![^>]* open=)([^>]*>)(<summary.*?<\/summary>).*?(?=<\/details>)/gs;

/**
 * What only the program can do waits for it: what is typed or opened before would be lost. What is closed, and can't be
 * opened, need not come. Links lead on as they are.
 */
function atRest(html: string): string {
  return html
    .replaceAll(CLOSED, '<details inert=""$1$2')
    .replaceAll(/<(input|button)(?=[ >])/g, '<$1 disabled=""');
}

/** Puts what stands in style attributes into a sheet. React escapes quotes everywhere else, so no text looks like one. */
function withoutStyleAttributes(html: string): { readonly html: string; readonly css: string } {
  const rules = new Map<string, string>();
  const named = html.replace(/ style="([^"]*)"/g, (_attribute, style: string) => {
    const name = rules.get(style) ?? String(rules.size + 1);
    rules.set(style, name);
    return ` data-measure="${name}"`;
  });
  const css = [...rules].flatMap(([style, name]) =>
    /^[-\w:;.% ]+$/.test(style) ? [`#first [data-measure="${name}"]{${style}}`] : [],
  );
  return { html: named, css: css.join('') };
}
