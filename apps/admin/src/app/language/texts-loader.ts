import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Loads the interface's texts of one language as a chunk of its own: only the language that is read travels. */
@Injectable({ providedIn: 'root' })
export class TextsLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    switch (language) {
      case 'pl':
        return (await import('../../i18n/pl.json', { with: { type: 'json' } })).default;
      default:
        return (await import('../../i18n/en.json', { with: { type: 'json' } })).default;
    }
  }
}
