import { INTERFACE_LANGUAGES } from '@kilim/contracts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from './interface-texts.js';

/** Switches the language of interface and questionnaire where one stands; nothing is lost by it. */
export function LanguageSwitch(): ReactElement {
  const { t, i18n } = useTranslation();
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <div className="lang" role="group" aria-label={t('bar.language')}>
      {INTERFACE_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            speak(language).then(
              () => {
                setHasFailed(false);
              },
              () => {
                setHasFailed(true);
              },
            );
          }}
        >
          {language.toUpperCase()}
          <span className="sr">, {t(`language.${language}`)}</span>
        </button>
      ))}
      {hasFailed && (
        <span className="err" role="alert">
          {t('error.unreachableDo')}
        </span>
      )}
    </div>
  );
}
