import { directionOf } from '@kilim/indicators';
import { useTranslation } from 'react-i18next';

/**
 * The language and direction of the interface, for words of the preview itself: the page around them runs as the language
 * of the questionnaire does, which the interface may not speak.
 */
export function useOwnLanguage(): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const { language } = useTranslation().i18n;
  return { lang: language, dir: directionOf(language) };
}
