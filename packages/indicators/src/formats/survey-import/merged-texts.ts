import { partsOf } from '../../definition/parts.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import { textKey } from '../../definition/texts.js';
import type { DraftContent } from '../../editing/draft-content.js';
import { sha256 } from '../../editing/sha256.js';
import { SurveyTexts } from '../survey-texts.js';
import { DEFAULT_LANGUAGE, type ReadText } from './read-texts.js';

type Texts = Pick<DraftContent, 'source' | 'translations'>;

/** Our texts, with those that read otherwise in the document than we wrote them; without those of parts that are gone. */
export function mergedTexts(own: Texts, questionnaire: Questionnaire, read: readonly ReadText[]): Texts {
  const written = new SurveyTexts(own.source, own.translations);
  const isThere = partsIn(questionnaire);
  const source = new Map(Object.entries(own.source.texts).filter(([key]) => isThere(key)));
  const translations = new Map(
    own.translations.map(({ language, texts }) => [
      language,
      new Map(Object.entries(texts).filter(([key]) => isThere(key))),
    ]),
  );
  for (const { id, field, byLanguage } of read) {
    const key = textKey(id, field);
    const before = new Map(Object.entries(written.find(id, field) ?? {}));
    const changed = [...byLanguage].filter(([language, text]) => before.get(language) !== text);
    if (!isThere(key)) continue;
    // The source first: a translation is one of it.
    for (const [language, text] of changed) if (written.isSource(language)) source.set(key, text);
    const of = sha256(source.get(key) ?? '');
    for (const [language, text] of changed) {
      if (written.isSource(language)) continue;
      const to = language === DEFAULT_LANGUAGE ? 'en' : language;
      const texts = translations.get(to) ?? new Map<string, { text: string; of: string }>();
      translations.set(to, texts);
      texts.set(key, { text, of });
    }
  }
  return {
    source: { ...own.source, texts: Object.fromEntries(source) },
    translations: [...translations].map(([language, texts]) => ({
      language,
      texts: Object.fromEntries(texts),
    })),
  };
}

/** Whether a text is of a part that is still there. */
function partsIn(questionnaire: Questionnaire): (key: string) => boolean {
  const ids = new Set(['questionnaire', ...partsOf(questionnaire).map(({ id }) => id)]);
  return (key) => ids.has(key.slice(0, key.lastIndexOf('.')));
}
