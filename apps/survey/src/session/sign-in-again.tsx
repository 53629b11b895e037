import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/dialog.js';
import { useSession } from './session-context.js';
import { tellSession } from './session-news.js';
import { SignInForm } from './sign-in-form.js';

/** The session has ended while somebody works: signs in again on the spot, and nothing typed is lost. */
export function SignInAgain({ onSignedIn }: Readonly<{ onSignedIn: () => void }>): ReactElement {
  const { t } = useTranslation();
  const { session, leave } = useSession();
  const { name } = session.account;
  return (
    <Dialog title={t('signInAgain.title')}>
      <div className="dialog__body stack">
        <p>{t('signInAgain.text')}</p>
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
          {t('signInAgain.otherText', { name })}
        </p>
      </div>
    </Dialog>
  );
}
