import { checkTitles } from './check-access.js';
import { QUESTIONNAIRE_WORD } from './check-identity.js';
import type { FaultList } from './fault-list.js';
import type { Part } from '../definition/parts.js';
import type { Questionnaire } from '../definition/questionnaire.js';
import { textKey, type SourceTexts, type TextField, type TranslatedTexts } from '../definition/texts.js';

const QUESTIONNAIRE_FIELDS: readonly TextField[] = ['title', 'intro'];

/** The source texts are in the source language, title everything, and speak of nothing unknown. */
export function checkSourceTexts(
  questionnaire: Questionnaire,
  parts: readonly Part[],
  source: SourceTexts,
  faults: FaultList,
): void {
  if (source.language !== questionnaire.sourceLanguage)
    faults.add({
      code: 'languageMismatch',
      path: ['language'],
      message: `These texts are in “${source.language}”, the questionnaire's source language is “${questionnaire.sourceLanguage}”.`,
      mend: 'Give the texts in the source language, or correct one of the two.',
    });
  const present = new Set(Object.keys(source.texts));
  const needed = parts.map(({ id, fields: [field = 'title'] }) => textKey(id, field));
  for (const key of [textKey(QUESTIONNAIRE_WORD, 'title'), ...needed]) {
    if (present.has(key)) continue;
    faults.add({
      code: 'missingTitle',
      path: ['texts', key],
      message: `The text “${key}” is missing.`,
      mend: 'Add it: everything is called something in the source language.',
    });
  }
  for (const { id } of questionnaire.glossary ?? []) {
    const key = textKey(id, 'meaning');
    if (present.has(key)) continue;
    faults.add({
      code: 'missingMeaning',
      path: ['texts', key],
      message: `The text “${key}” is missing.`,
      mend: 'Say what the word means, or take it out of the glossary.',
    });
  }
  checkKeys(parts, source.texts, faults);
  checkTitles(questionnaire, new Map(Object.entries(source.texts)), faults);
}

/** A translation is in another language, speaks of nothing unknown, and leaves nothing untranslated (a warning). */
export function checkTranslation(
  questionnaire: Questionnaire,
  parts: readonly Part[],
  source: SourceTexts,
  translation: TranslatedTexts,
  faults: FaultList,
): void {
  if (translation.language === questionnaire.sourceLanguage)
    faults.add({
      code: 'languageMismatch',
      path: ['language'],
      message: `This translation is in the source language, “${translation.language}”.`,
      mend: 'Change the source texts instead, or correct the language.',
    });
  const present = new Set(Object.keys(translation.texts));
  for (const key of Object.keys(source.texts)) {
    if (present.has(key)) continue;
    faults.add({
      code: 'missingTranslation',
      path: ['texts', key],
      message: `“${key}” is not translated.`,
      mend: 'Translate it; until then the source text is shown.',
    });
  }
  checkKeys(parts, translation.texts, faults);
  const texts = Object.entries(translation.texts).map(([key, { text }]) => [key, text] as const);
  checkTitles(questionnaire, new Map(texts), faults);
}

function checkKeys(
  parts: readonly Part[],
  texts: Readonly<Record<string, unknown>>,
  faults: FaultList,
): void {
  const known = new Set(QUESTIONNAIRE_FIELDS.map((field) => textKey(QUESTIONNAIRE_WORD, field)));
  for (const part of parts) for (const field of part.fields) known.add(textKey(part.id, field));
  for (const key of Object.keys(texts)) {
    if (known.has(key)) continue;
    faults.add({
      code: 'unknownText',
      path: ['texts', key],
      message: `“${key}” is no text of this version.`,
      mend: 'Remove it, or correct the key: <id>.<field>, with a field that this kind of thing has.',
    });
  }
}
