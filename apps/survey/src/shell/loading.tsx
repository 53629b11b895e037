import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Something is on its way: words for everyone, and the place it will take. */
export function Loading(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="page page--reading" id="main">
      <h1 className="sr">Kilim</h1>
      <p className="loading" role="status">
        {t('loading')}
      </p>
      <div aria-hidden="true">
        <span className="skeleton" />
        <span className="skeleton" />
        <span className="skeleton skeleton--block" />
      </div>
    </main>
  );
}
