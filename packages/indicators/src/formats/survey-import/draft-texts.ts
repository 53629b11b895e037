import type { SourceTexts, TranslatedTexts } from '../../definition/texts.js';
import { textKey } from '../../definition/texts.js';
import { sha256 } from '../../editing/sha256.js';
import type { LossList } from '../losses.js';
import type { Foreign } from './read-foreign.js';
import { DEFAULT_LANGUAGE, type ReadText } from './read-texts.js';

/** The language that SurveyJS takes texts to be in that name none. */
const SURVEY_JS_LANGUAGE = 'en';
const TRANSLATIONS_MAXIMUM = 40;

/** The texts of a foreign document by language, those of its first language as the source. */
export function draftTexts(
  { texts, locale }: Foreign,
  losses: LossList,
): { readonly source: SourceTexts; readonly translations: TranslatedTexts[] } {
  const named = new Set(texts.flatMap(({ byLanguage }) => [...byLanguage.keys()]));
  const isShownIn = locale !== undefined && locale !== DEFAULT_LANGUAGE && !named.has(locale);
  const language = isShownIn ? locale : SURVEY_JS_LANGUAGE;
  if (isShownIn && locale !== SURVEY_JS_LANGUAGE)
    losses.add(['locale'], locale, 'Texts that name no language are taken to be in this one.');
  const source: Record<string, string> = {};
  const others = new Map<string, TranslatedTexts['texts']>();
  for (const read of texts) {
    const key = textKey(read.id, read.field);
    const text = sourceTextOf(read, language, losses);
    source[key] = text;
    for (const [other, words] of read.byLanguage) {
      if (other === DEFAULT_LANGUAGE || other === language) continue;
      const translated = others.get(other) ?? {};
      others.set(other, translated);
      translated[key] = { text: words, of: sha256(text) };
    }
  }
  const listed = [...others].map(([each, translated]) => ({ language: each, texts: translated }));
  for (const { language: left } of listed.slice(TRANSLATIONS_MAXIMUM))
    losses.add([], left, `There are at most ${String(TRANSLATIONS_MAXIMUM)} translations.`);
  return { source: { language, texts: source }, translations: listed.slice(0, TRANSLATIONS_MAXIMUM) };
}

function sourceTextOf({ byLanguage, path }: ReadText, language: string, losses: LossList): string {
  const own = byLanguage.get(language) ?? byLanguage.get(DEFAULT_LANGUAGE);
  if (own !== undefined) return own;
  const [[other, text] = ['', '']] = byLanguage;
  losses.add(
    path,
    text,
    `There is no text in “${language}”: that in “${other}” stands for it.`,
    'Translate it.',
  );
  return text;
}
