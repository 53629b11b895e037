import { themeCookie, themeIn, type Theme } from '@kilim/contracts';

/** The theme that is worn now; where nothing is on a screen yet, the device's. */
export function wornTheme(): Theme {
  if (typeof document === 'undefined') return 'system';
  const worn = document.documentElement.dataset['theme'];
  return worn === 'light' || worn === 'dark' ? worn : 'system';
}

/** Wears the theme chosen on this device: the page that is kept for when there is no network came without it. */
export function wearKept(): void {
  put(themeIn(document.cookie));
}

/** Wears a theme from now on, on this device; where cookies are refused, until the page is left. */
export function wear(theme: Theme): void {
  put(theme);
  document.cookie = themeCookie(theme, window.location.origin);
}

function put(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
