import { describe, expect, it } from '@jest/globals';
import { INTERFACE_LANGUAGES, languageCookie, languageIn, nearestLanguage } from './interface-language.js';

describe('the language of the interface', () => {
  it('is the nearest of those wanted, else English', () => {
    expect(nearestLanguage(['de-AT', 'pl-PL', 'en'])).toBe('pl');
    expect(nearestLanguage(['de'])).toBe('en');
  });

  it.each(INTERFACE_LANGUAGES)(
    'that was chosen on a device is found again in what cookies tell: %s',
    (language) => {
      const [pair = ''] = languageCookie(language, 'https://index.example.org').split(';');
      expect(languageIn(`session=a; kilim_theme=dark; ${pair}`)).toBe(language);
    },
  );

  it.each([undefined, '', 'kilim_language=', 'kilim_language=de', 'kilim_language=pl-PL', 'language=pl'])(
    'was not chosen where cookies tell of none that it speaks: %j',
    (cookies) => {
      expect(languageIn(cookies)).toBeUndefined();
    },
  );
});
