/** Light or dark; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Where the theme chosen on a device is kept: in a cookie, so that the server can put it into a page, which then wears it
 * before anything is painted and holds no script that has to look for it first.
 */
const COOKIE = 'kilim_theme';
const A_YEAR_IN_SECONDS = 31_536_000;

/**
 * The theme that cookies hold (`document.cookie`, or the header of a request); `system` where none was chosen, or there are
 * no cookies.
 */
export function themeIn(cookies = ''): Theme {
  const kept = cookies.split(';').map((each) => each.trim());
  return THEMES.find((theme) => kept.includes(`${COOKIE}=${theme}`)) ?? 'system';
}

/**
 * The cookie that keeps a theme, as `document.cookie` takes it; that of `system` takes away what was kept.
 *
 * @param origin of the page, such as `https://index.example.org`
 */
export function themeCookie(theme: Theme, origin: string): string {
  const seconds = theme === 'system' ? 0 : A_YEAR_IN_SECONDS;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${theme}; Path=/; Max-Age=${String(seconds)}; SameSite=Lax${secure}`;
}

/** What the element `html` of a page says of the theme that it comes in, with a space before it; nothing of `system`. */
export function themeAttribute(theme: Theme): string {
  return theme === 'system' ? '' : ` data-theme="${theme}"`;
}

/** The next one in turn: system, light, dark, and again. */
export function themeAfter(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
