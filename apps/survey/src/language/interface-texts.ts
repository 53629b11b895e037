import { languageCookie, languageIn, nearestLanguage, type InterfaceLanguage } from '@kilim/contracts';
import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { hasFirstData } from '../first-view/first-data.js';
import { numbersAsRead, textOptions } from './text-options.js';

/** One file per language, fetched when first wanted. */
const FILES: Readonly<Record<InterfaceLanguage, () => Promise<{ readonly default: ResourceKey }>>> = {
  en: () => import('./en.json'),
  pl: () => import('./pl.json'),
};

/** Starts the interface in the language chosen on this device, else the one in which the page came, else the browser's. */
export async function startInterfaceTexts(): Promise<void> {
  const came = hasFirstData() ? [document.documentElement.lang] : [];
  const language = languageIn(document.cookie) ?? nearestLanguage([...came, ...navigator.languages]);
  const { default: texts } = await FILES[language]();
  await i18next.use(initReactI18next).use(numbersAsRead).init(textOptions(language, texts));
  document.documentElement.lang = language;
}

/**
 * Speaks another language from now on, on this device, in the dashboard too; where cookies are refused, until the page is
 * left. Nothing on the page is lost by it.
 *
 * @throws when the file of that language cannot be fetched; the page goes on in the one it has
 */
export async function speak(language: InterfaceLanguage): Promise<void> {
  await show(language);
  document.cookie = languageCookie(language, window.location.origin);
}

/** Takes the account's language, unless one was chosen on this device. */
export async function speakAccountLanguage(language: string): Promise<void> {
  if (languageIn(document.cookie) !== undefined) return;
  try {
    await show(nearestLanguage([language, ...navigator.languages]));
  } catch {
    // Its file did not arrive: the page goes on in the language it has, and the switch stays where it can be seen.
  }
}

/** Speaks the interface language nearest to another language, for this page only. */
export async function showIn(language: string): Promise<void> {
  await show(nearestLanguage([language]));
}

async function show(language: InterfaceLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await FILES[language]()).default);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
