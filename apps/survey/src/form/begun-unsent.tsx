import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { handsFocusOn } from '../shell/hand-focus-on.js';
import { typedIn, type HalfTypedHere } from './half-typed.js';

/** Shows what somebody has begun in a form that is not there any more, until they let go of it; nothing where there is none. */
export function BegunUnsent({ halfTyped }: Readonly<{ halfTyped: HalfTypedHere }>): ReactElement | null {
  const { t } = useTranslation();
  const { isBegun, sending, forget } = halfTyped;
  if (!isBegun) return null;
  const begun = [...(sending ? [sending.file.name] : []), ...typedIn(halfTyped)];
  return (
    <div ref={handsFocusOn()} className="panel panel--plain stack above-3" role="note">
      <p>
        <b>{t('begun.unsent')}</b>
      </p>
      {begun.map((words, place) => (
        <p key={place} className="told">
          {words}
        </p>
      ))}
      <p>
        <button
          type="button"
          className="btn btn--s"
          onClick={() => {
            sending?.giveUp();
            forget();
          }}
        >
          {t('begun.letGo')}
        </button>
      </p>
    </div>
  );
}
