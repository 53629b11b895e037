import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { typedIn, type HalfTyped } from '../form/half-typed.js';

/** Names what somebody who signs out has begun and not sent: nothing keeps it. */
export function HalfTypedList({ halfTyped }: Readonly<{ halfTyped: readonly HalfTyped[] }>): ReactElement {
  const { t } = useTranslation();
  const titleOf = useTitle();
  return (
    <section className="stack" aria-labelledby="half-typed">
      <h3 id="half-typed">{t('signOut.halfTyped.list')}</h3>
      <ul>
        {halfTyped.map((each, place) => (
          <li key={place}>
            <b>{titleOf(each)}</b>
            {typedIn(each).map((words, field) => (
              <p key={field} className="muted told">
                {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says what is half typed as a text. */
export function useHalfTypedWords(): (halfTyped: HalfTyped) => string {
  const titleOf = useTitle();
  return (halfTyped) => [titleOf(halfTyped), ...typedIn(halfTyped)].join('\n  ');
}

function useTitle(): (halfTyped: HalfTyped) => string {
  const { t } = useTranslation();
  return ({ kind, code, sending }) =>
    t(`signOut.halfTyped.${kind}`, { code, file: sending?.file.name ?? '' });
}
