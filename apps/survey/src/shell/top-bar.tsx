import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useMatch } from 'react-router';
import { BrandMark, Icon } from '../appearance/drawing.js';
import { ThemeSwitch } from '../appearance/theme-switch.js';
import { LanguageSwitch } from '../language/language-switch.js';
import { useSession } from '../session/session-context.js';
import { AccountMenu } from './account-menu.js';
import { Menu } from './menu.js';

/** Brand, the three pages of an assessment, language, theme and account. */
export function TopBar(): ReactElement {
  const { t } = useTranslation();
  const { session } = useSession();
  const assessmentId = useMatch('/assessments/:assessmentId/*')?.params.assessmentId;
  const { pathname } = useLocation();
  const links =
    assessmentId === undefined
      ? []
      : [
          { part: '', text: t('bar.home') },
          { part: '/sections', text: t('bar.questionnaire') },
          { part: '/review', text: t('bar.review') },
        ].map(({ part, text }) => ({ to: `/assessments/${assessmentId}${part}`, part, text }));
  const items = links.map(({ to, part, text }) => {
    const isCurrent = part === '' ? pathname === to : pathname.startsWith(to);
    return (
      <Link key={to} to={to} aria-current={isCurrent ? 'page' : undefined}>
        {text}
      </Link>
    );
  });
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t('bar.skip')}
      </a>
      <div className="band" />
      <div className="top__in">
        <Link className="brand" to="/">
          <BrandMark />
          Kilim
        </Link>
        <nav className="nav" aria-label={t('bar.main')}>
          {items}
        </nav>
        <div className="top__end">
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu name={session.account.name} email={session.account.email} />
          {items.length > 0 && (
            <Menu
              className="menu"
              summaryClassName="btn btn--s"
              summary={
                <>
                  <Icon name="menu" />
                  {t('bar.menu')}
                </>
              }
            >
              {items.map((item) => (
                <li key={item.key}>{item}</li>
              ))}
            </Menu>
          )}
        </div>
      </div>
    </header>
  );
}
