import type { InterfaceLanguage } from '@kilim/contracts';
import i18next, { type i18n, type ResourceKey } from 'i18next';
import { readFileSync } from 'node:fs';
import { initReactI18next } from 'react-i18next';
import { numbersAsRead, textOptions } from './text-options.js';

/** Has what is rendered speak a language, with the texts and options of the form. */
export async function givenTexts(language: InterfaceLanguage): Promise<void> {
  await startTexts(i18next.use(initReactI18next), language);
}

/** Starts texts in a language: those of its file, put together as the form does. */
export async function startTexts(texts: i18n, language: InterfaceLanguage): Promise<void> {
  const file = readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8');
  await texts.use(numbersAsRead).init(textOptions(language, JSON.parse(file) as ResourceKey));
}
