import { choiceCookie, choiceIn } from './device-choice.js';

/** The languages the interface speaks. A questionnaire may have more, or fewer. */
export const INTERFACE_LANGUAGES = ['en', 'pl'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** What each is called in itself, so that who does not read the present one finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = { en: 'English', pl: 'Polski' };

const COOKIE = 'kilim_language';

export function isInterfaceLanguage(tag: string | undefined): tag is InterfaceLanguage {
  return INTERFACE_LANGUAGES.some((language) => language === tag);
}

/** The interface language nearest to any of the tags wanted (`pl-PL` is served by `pl`), in their order; else English. */
export function nearestLanguage(wanted: readonly string[]): InterfaceLanguage {
  for (const tag of wanted) {
    const language = tag.split('-')[0];
    if (isInterfaceLanguage(language)) return language;
  }
  return 'en';
}

/**
 * The language chosen on a device, of which cookies tell: it goes before the account's and the browser's. Undefined where
 * none was chosen, or there are no cookies.
 */
export function languageIn(cookies = ''): InterfaceLanguage | undefined {
  return choiceIn(cookies, COOKIE, INTERFACE_LANGUAGES);
}

/**
 * The cookie that keeps a language, as `document.cookie` takes it.
 *
 * @param origin of the page, such as `https://index.example.org`
 */
export function languageCookie(language: InterfaceLanguage, origin: string): string {
  return choiceCookie(COOKIE, language, origin);
}
