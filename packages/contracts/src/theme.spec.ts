import { expect, test } from '@jest/globals';
import { themeAfter, themeAttribute, themeCookie, themeIn, THEMES } from './theme.js';

const ORIGIN = 'https://index.example.org';

test.each(THEMES)('%s is found again among the cookies that come with a request', (theme) => {
  const [pair = ''] = themeCookie(theme, ORIGIN).split(';');
  expect(themeIn(`session=a; ${pair}; other=b`)).toBe(theme);
});

test.each([
  '',
  'kilim_theme',
  'kilim_theme=',
  'kilim_theme=pink',
  'not_kilim_theme=dark',
  'kilim_theme=dark"x',
])('what is no theme is none: %j', (cookies) => {
  expect(themeIn(cookies)).toBe('system');
});

test('a chosen theme stays for a year, on all pages; going back to that of the device keeps nothing', () => {
  expect(themeCookie('dark', ORIGIN)).toBe(
    'kilim_theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; Secure',
  );
  expect(themeCookie('dark', 'http://127.0.0.1:3000')).not.toContain('Secure');
  expect(themeCookie('system', ORIGIN)).toContain('Max-Age=0;');
});

test('a page says what it comes in, and nothing where that is for the device to say', () => {
  expect(THEMES.map(themeAttribute)).toEqual(['', ' data-theme="light"', ' data-theme="dark"']);
  expect(themeIn(undefined)).toBe('system');
});

test('one theme follows another, and the first one the last', () => {
  expect(THEMES.map(themeAfter)).toEqual(['light', 'dark', 'system']);
});
