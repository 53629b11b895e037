import { isInterfaceLanguage } from '@kilim/contracts';
import type { ShownText } from '@kilim/indicators';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A text of the version. One that is not there in the reader's language says in which it is. */
export function Shown({ text }: Readonly<{ text: ShownText }>): ReactElement {
  const { t } = useTranslation();
  if (!text.isFallback) return <>{text.text}</>;
  const name = isInterfaceLanguage(text.language) ? t(`language.${text.language}`) : text.language;
  return (
    <>
      <span lang={text.language}>{text.text}</span>{' '}
      <span className="chip">{t('fallback', { language: name })}</span>
    </>
  );
}
