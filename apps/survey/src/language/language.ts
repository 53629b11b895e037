/** The languages the interface speaks. The questionnaire may have more, or fewer. */
export const INTERFACE_LANGUAGES = ['en', 'pl'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** Where both apps keep the chosen language on this device. */
const KEY = 'kilim.language';

export function isInterfaceLanguage(tag: string | undefined | null): tag is InterfaceLanguage {
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

/** The language chosen on this device; undefined when none was, or nothing can be kept here. */
export function keptLanguage(): InterfaceLanguage | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return isInterfaceLanguage(kept) ? kept : undefined;
  } catch {
    // Storage is switched off: the account and the browser decide.
    return undefined;
  }
}

export function keepLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}
