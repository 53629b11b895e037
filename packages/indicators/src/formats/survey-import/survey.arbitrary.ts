import type * as fc from 'fast-check';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import { arbitraryFrom, type Draw } from '../../definition/draw.arbitrary.js';
import { partsOf } from '../../definition/parts.js';
import { buildQuestionnaire, titlesFor } from '../../definition/questionnaire.arbitrary.js';
import type { SourceTexts, TranslatedTexts } from '../../definition/texts.js';
import type { VersionDocuments } from '../../versions/version-documents.js';
import { exportSurveyJson } from '../survey-export.js';
import { importSurveyJson, type SurveyImport } from './import-survey.js';

const LANGUAGES = ['pl', 'en', 'de', 'pt-BR', 'uk', 'ar'];
const WORDS = ['Ja', 'Zażółć', '', 'لا', "it's {q} <b>", '—'];

/** Random versions in several languages; any of them may be the source, any text but a title missing, any translation stale. */
export function arbitraryTexts(): fc.Arbitrary<VersionDocuments> {
  return arbitraryFrom((draw) => {
    const [language = 'en', ...others] = draw.shuffled(LANGUAGES);
    const questionnaire = { ...buildQuestionnaire(draw), sourceLanguage: language };
    const keys = partsOf(questionnaire).flatMap(({ id, fields }) => fields.map((field) => `${id}.${field}`));
    const extra = draw.some(keys, 0).map((key): [string, string] => [key, `${draw.pick(WORDS)} ${key}`]);
    const texts = { ...titlesFor(questionnaire).texts, ...Object.fromEntries(extra) };
    const source: SourceTexts = { language, texts };
    const translations = draw.some(others, 0).map((each) => buildTranslation(draw, each, Object.keys(texts)));
    return { questionnaire, source, translations };
  });
}

function buildTranslation(draw: Draw, language: string, keys: readonly string[]): TranslatedTexts {
  const texts = draw.some(keys, 0).map((key) => [
    key,
    {
      text: `${language} ${draw.pick(WORDS)} ${key}`,
      of: draw.pick(['a', 'b']).repeat(64),
      ...(draw.flip() && { checked: true as const }),
    },
  ]);
  return { language, texts: Object.fromEntries(texts) as TranslatedTexts['texts'] };
}

/** A version as a SurveyJS document that has been a file in between. */
export function surveyOf({ questionnaire, source, translations }: VersionDocuments): Record<string, unknown> {
  const { survey } = exportSurveyJson(compileQuestionnaire(questionnaire), source, translations);
  return JSON.parse(JSON.stringify(survey)) as Record<string, unknown>;
}

/** Ids `new-1`, `new-2` and so on. */
export function newIds(): () => string {
  let made = 0;
  return () => `new-${String(++made)}`;
}

/** What an import makes of a survey that can be imported. */
export function read(json: unknown): Extract<SurveyImport, { ok: true }> {
  const outcome = importSurveyJson(json, newIds());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome;
}

/** The questions of a survey that has these elements, and what was lost. */
export function elements(...listed: readonly unknown[]) {
  const { content, losses } = read({ elements: listed });
  const questions = content.questionnaire.sections.flatMap((section) => section.questions);
  return { questions, losses, texts: content.source.texts };
}
