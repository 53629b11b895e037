import { nearestLanguage, type InterfaceLanguage } from '@kilim/contracts';
import type { FormatterModule, InitOptions, ResourceKey } from 'i18next';
import { momentsIn } from './moments.js';

/** Writes the numbers in texts as the reader does: `1,204 questions`, `1204 pytania`. */
export const numbersAsRead: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language = '') =>
    // Everything else is words already.
    typeof value === 'number' ? momentsIn(nearestLanguage([language])).number(value) : (value as string),
};

/** How texts are found and put together, in the browser as on the server. */
export function textOptions(language: InterfaceLanguage, texts: ResourceKey): InitOptions {
  return {
    lng: language,
    // What a language file lacks shows as its key, and a test finds it; no silent second language.
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    // React escapes; escaping twice would show &amp;.
    interpolation: { escapeValue: false, alwaysFormat: true },
    returnNull: false,
  };
}
