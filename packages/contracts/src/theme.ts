import { choiceCookie, choiceIn } from './device-choice.js';

/** Light or dark; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const COOKIE = 'kilim_theme';

/** The theme chosen on a device, of which cookies tell; `system` where none was chosen, or there are no cookies. */
export function themeIn(cookies = ''): Theme {
  return choiceIn(cookies, COOKIE, THEMES) ?? 'system';
}

/**
 * The cookie that keeps a theme, as `document.cookie` takes it; that of `system` takes away what was kept.
 *
 * @param origin of the page, such as `https://index.example.org`
 */
export function themeCookie(theme: Theme, origin: string): string {
  return choiceCookie(COOKIE, theme === 'system' ? undefined : theme, origin);
}

/** What the element `html` of a page says of the theme that it comes in, with a space before it; nothing of `system`. */
export function themeAttribute(theme: Theme): string {
  return theme === 'system' ? '' : ` data-theme="${theme}"`;
}

/** The next one in turn: system, light, dark, and again. */
export function themeAfter(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
