/** Light or dark; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Where both apps keep the chosen theme on this device. */
const KEY = 'kilim.theme';

/** The theme that is worn now; where nothing is on a screen yet, the device's. */
export function wornTheme(): Theme {
  if (typeof document === 'undefined') return 'system';
  const worn = document.documentElement.dataset['theme'];
  return worn === 'light' || worn === 'dark' ? worn : 'system';
}

/** Wears a theme from now on, on this device. */
export function wear(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}

/** The next one in turn: system, light, dark, and again. */
export function themeAfter(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
