import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/dialog.js';
import { useSession } from './session-context.js';
import { tellSession } from './session-news.js';
import { SignInForm } from './sign-in-form.js';

/**
 * The session has ended while somebody works: signs in again on the spot, and nothing typed is lost.
 *
 * @param isKept whether what was typed would survive the page
 */
export function SignInAgain({
  isKept,
  onSignedIn,
}: Readonly<{ isKept: boolean; onSignedIn: () => void }>): ReactElement {
  const { t } = useTranslation();
  const { session, leave } = useSession();
  const { name } = session.account;
  return (
    <Dialog title={t('signInAgain.title')}>
      <div className="dialog__body stack">
        <p>{t(isKept ? 'signInAgain.text' : 'signInAgain.unkept')}</p>
        <SignInForm
          email={session.account.email}
          onSignedIn={() => {
            tellSession();
            onSignedIn();
          }}
        />
        <p className="faint">
          <button type="button" className="linklike" onClick={leave}>
            {t('signInAgain.other', { name })}
          </button>{' '}
          {isKept ? t('signInAgain.otherText', { name }) : t('signInAgain.otherUnkept')}
        </p>
      </div>
    </Dialog>
  );
}
