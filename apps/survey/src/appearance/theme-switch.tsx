import { themeAfter } from '@kilim/contracts';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './drawing.js';
import { wear, wornTheme } from './theme.js';

/** Goes through system, light and dark; its name says which one is worn. */
export function ThemeSwitch(): ReactElement {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(wornTheme);
  const label = t('bar.theme', { theme: t(`theme.${theme}`) });
  return (
    <button
      type="button"
      className="iconbtn"
      aria-label={label}
      title={label}
      onClick={() => {
        const next = themeAfter(theme);
        wear(next);
        setTheme(next);
      }}
    >
      <Icon name="theme" />
    </button>
  );
}
