import type { Session } from '@kilim/contracts';
import { useEffect, useLayoutEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark, Icon } from '../appearance/drawing.js';
import { ThemeSwitch } from '../appearance/theme-switch.js';
import { isAnythingUnsent } from '../device/belongings.js';
import { leaveFirstView } from '../first-view/leave-first-view.js';
import { isAnythingHalfTyped } from '../form/half-typed.js';
import { LanguageSwitch } from '../language/language-switch.js';
import { isAnythingUnkept } from '../outbox/open-outbox.js';
import { useTitle } from '../shell/use-title.js';
import { Rug } from './rug.js';
import { SignInForm } from './sign-in-form.js';

/** Signing in, beside the rug. */
export function SignInPage({
  onSignedIn,
}: Readonly<{ onSignedIn: (session: Session) => void }>): ReactElement {
  const { t, i18n } = useTranslation();
  useTitle(t('signIn.title'));
  useLayoutEffect(leaveFirstView, []);
  const [isAnythingKept, setIsAnythingKept] = useState(false);
  // Whoever typed it was signed out elsewhere: here nobody adds to it, or takes from it.
  const [isAnythingHere] = useState(() => isAnythingUnkept() || isAnythingHalfTyped());
  useEffect(() => {
    void isAnythingUnsent().then(setIsAnythingKept);
  }, []);
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
          {isAnythingHere && (
            <div className="msg msg--warn below-4" role="note">
              <Icon name="warn" />
              <p>{t('signIn.unkept')}</p>
            </div>
          )}
          {isAnythingKept && (
            <div className="msg msg--note below-4" role="note">
              <Icon name="note" />
              <p>{t('signIn.kept')}</p>
            </div>
          )}
          <SignInForm onSignedIn={onSignedIn} />
        </div>
        <p className="faint">
          {t('signIn.help')} <a href={`/method?language=${i18n.language}`}>{t('bar.method')}</a>
        </p>
      </main>
      <aside className="signin__rug" aria-label={t('signIn.rugLabel')}>
        <Rug />
      </aside>
    </div>
  );
}
