import { signIn, type Session } from '@kilim/contracts';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/call.js';
import { Icon } from '../appearance/drawing.js';
import { useErrorWords } from '../shell/error-words.js';

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({
  email: known,
  onSignedIn,
}: Readonly<{ email?: string; onSignedIn: (session: Session) => void }>): ReactElement {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const id = useId();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setError(undefined);
    call(signIn, { body: { email, password } }, { asAnybody: true }).then(onSignedIn, (reason: unknown) => {
      setError(reason);
      setIsBusy(false);
    });
  };

  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-email`}>{t('signIn.email')}</label>
        <input
          id={`${id}-email`}
          className="in in--l"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          readOnly={known !== undefined}
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{t('signIn.password')}</label>
        <input
          id={`${id}-password`}
          className="in in--l"
          type="password"
          autoComplete="current-password"
          required
          maxLength={256}
          value={password}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
      </div>
      <div role="alert" className="live">
        {error !== undefined && (
          <p className="err" id={`${id}-error`}>
            <Icon name="bad" />
            <span>{errorWords(error).detail}</span>
          </p>
        )}
      </div>
      <button type="submit" className="btn btn--go btn--l full" aria-busy={isBusy}>
        {t('signIn.do')}
      </button>
    </form>
  );
}
