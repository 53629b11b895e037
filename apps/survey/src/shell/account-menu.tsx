import { allows, initialsOf, type Session } from '@kilim/contracts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useAllHalfTyped } from '../form/half-typed.js';
import { allUnsent } from '../outbox/all-unsent.js';
import { useSession } from '../session/session-context.js';
import { SignOutDialog } from '../session/sign-out-dialog.js';
import { useErrorWords } from './error-words.js';
import { Menu } from './menu.js';

/** Who is signed in, the dashboard, colleagues, the method, and the way out. */
export function AccountMenu({ name, email }: Readonly<{ name: string; email: string }>): ReactElement {
  const { t, i18n } = useTranslation();
  const errorWords = useErrorWords();
  const { session, signOut } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const halfTyped = useAllHalfTyped(session.account.id);
  const leave = async (): Promise<void> => {
    if (halfTyped.length > 0 || (await allUnsent(session.account.id)).length > 0) setIsAsking(true);
    else await signOut('nothing');
  };
  return (
    <>
      <Menu
        className="menu menu--account"
        summaryClassName="me"
        summary={
          <>
            <span aria-hidden="true">{initialsOf(name)}</span>
            <span className="sr">{t('bar.account', { name })}</span>
          </>
        }
      >
        <li className="account">
          <b>{name}</b>
          <span className="faint">{email}</span>
        </li>
        <li>
          <a href={dashboardOf(session)}>
            <Icon name="arrow" />
            {t('bar.dashboard')}
          </a>
        </li>
        {handsOut(session) && (
          <li>
            <a href="/admin/accounts">
              <Icon name="user" />
              {t('bar.colleagues')}
            </a>
          </li>
        )}
        <li>
          <a href={`/method?language=${i18n.language}`}>
            <Icon name="info" />
            {t('bar.method')}
          </a>
        </li>
        <li>
          <button
            type="button"
            onClick={() => {
              leave().catch(setError);
            }}
          >
            <Icon name="signOut" />
            {t('bar.signOut')}
          </button>
        </li>
        {error !== undefined && (
          <li className="account err" role="alert">
            {errorWords(error).detail}
          </li>
        )}
      </Menu>
      {isAsking && (
        <SignOutDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </>
  );
}

/** Where the dashboard begins for somebody: its start sends those who answer for a city back to the form. */
function dashboardOf({ home }: Session): string {
  return home === '/survey/' ? '/admin/cities' : '/admin/';
}

/** Whether somebody invites colleagues of a city and hands them sections; others find people by the bar of the dashboard. */
function handsOut({ home, memberships }: Session): boolean {
  const roles = memberships.map(({ role }) => role);
  return home === '/survey/' && allows(roles, 'account:invite');
}
