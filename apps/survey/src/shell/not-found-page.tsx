import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from './page.js';

/** An address that leads nowhere, or to what one may not see: from outside both are the same. */
export function NotFoundPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <div className="empty">
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.text')}</p>
        <Link className="btn" to="/">
          {t('notFound.do')}
        </Link>
      </div>
    </Page>
  );
}
