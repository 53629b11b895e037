import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../appearance/drawing.js';
import { useSession } from '../session/session-context.js';
import { useErrorWords } from './error-words.js';
import { Menu } from './menu.js';

/** Who is signed in, the dashboard, and the way out. */
export function AccountMenu({ name, email }: Readonly<{ name: string; email: string }>): ReactElement {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { signOut } = useSession();
  const [error, setError] = useState<unknown>();
  return (
    <Menu
      className="menu menu--account"
      summaryClassName="me"
      summary={
        <>
          <span aria-hidden="true">{initials(name)}</span>
          <span className="sr">{t('bar.account', { name })}</span>
        </>
      }
    >
      <li className="account">
        <b>{name}</b>
        <span className="faint">{email}</span>
      </li>
      <li>
        <a href="/admin/">
          <Icon name="arrow" />
          {t('bar.dashboard')}
        </a>
      </li>
      <li>
        <button
          type="button"
          onClick={() => {
            signOut().catch(setError);
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
  );
}

/** `Alicja Wrona` is `AW`. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
