import { Questionnaire, SourceTexts, TranslatedTexts } from '@kilim/indicators';
import { shippedVersion } from '../questionnaires/shipped-version.js';

/** A word of the questionnaire and what it means there. */
export interface Entry {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  /** Codes of words that help to understand it. */
  readonly seeAlso: readonly string[];
}

/** The words that the shipped questionnaire explains, as a dictionary of that language orders them. */
export function glossaryIn(language: string): readonly Entry[] {
  const shipped = shippedVersion();
  const { glossary = [] } = Questionnaire.parse(shipped.questionnaire);
  const words = textsIn(language);
  const codes = new Map(glossary.map(({ id, code }) => [id, code]));
  return glossary
    .map(({ id, code, seeAlso = [] }) => ({
      code,
      title: words(`${id}.title`),
      meaning: words(`${id}.meaning`),
      seeAlso: seeAlso.flatMap((other) => codes.get(other) ?? []),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
}

/** Texts of the shipped questionnaire in a language; where it has none, those of the source. */
function textsIn(language: string): (key: string) => string {
  const { source, translations } = shippedVersion();
  const { texts } = SourceTexts.parse(source);
  const translated = translations
    .map((each) => TranslatedTexts.parse(each))
    .find((each) => each.language === language)?.texts;
  return (key) => translated?.[key]?.text ?? texts[key] ?? key;
}
