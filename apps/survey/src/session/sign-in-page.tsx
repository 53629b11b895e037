import type { Session } from '@kilim/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../appearance/drawing.js';
import { ThemeSwitch } from '../appearance/theme-switch.js';
import { LanguageSwitch } from '../language/language-switch.js';
import { useTitle } from '../shell/use-title.js';
import { Rug } from './rug.js';
import { SignInForm } from './sign-in-form.js';

/** Signing in, beside the rug. */
export function SignInPage({
  onSignedIn,
}: Readonly<{ onSignedIn: (session: Session) => void }>): ReactElement {
  const { t } = useTranslation();
  useTitle(t('signIn.title'));
  return (
    <div className="signin">
      <main className="signin__form">
        <div className="row row--apart">
          <span className="brand">
            <BrandMark />
            Kilim
          </span>
          <div className="row">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
        <div className="signin__mid">
          <h1>{t('signIn.title')}</h1>
          <p className="signin__lead">{t('signIn.lead')}</p>
          <SignInForm onSignedIn={onSignedIn} />
        </div>
      </main>
      <aside className="signin__rug" aria-label={t('signIn.rugLabel')}>
        <Rug />
      </aside>
    </div>
  );
}
