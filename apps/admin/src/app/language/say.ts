import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { remember, remembered } from '../theme/remembered';
import { Formats } from './formats';
import type { Speech } from './speech';
import type { CountKey, TextKey, TextParams } from './text-key';

/** The languages of the interface. */
export const LANGUAGES = ['en', 'pl'] as const;
export type InterfaceLanguage = (typeof LANGUAGES)[number];

/** Where the chosen language is remembered; the form of the cities uses the same place. */
const STORAGE_KEY = 'kilim.language';

/**
 * Says everything the interface says: texts, counts, numbers and dates in the language that is chosen.
 * Every method reads the language as a signal, so what is said in a template is said again after a change.
 */
@Injectable({ providedIn: 'root' })
export class Say implements Speech {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly spoken = signal<InterfaceLanguage>('en');
  private readonly formats = computed(() => new Formats(this.spoken()));

  /** The language that is spoken: chosen and loaded. */
  readonly language = this.spoken.asReadonly();

  /** Loads the remembered language, else the browser's, else English. Once, before the first paint. */
  async begin(): Promise<void> {
    await this.speak(chosenBefore() ?? languageAmong(navigator.languages) ?? 'en');
  }

  /** Changes the language and remembers it. */
  async choose(language: InterfaceLanguage): Promise<void> {
    remember(STORAGE_KEY, language);
    await this.speak(language);
  }

  /** Takes a person's own language, unless one was chosen on this device. */
  async prefer(language: string): Promise<void> {
    const known = languageAmong([language]);
    if (chosenBefore() === undefined && known !== undefined) await this.speak(known);
  }

  t(key: TextKey, params: TextParams = {}): string {
    return this.transloco.translate(key, params, this.spoken());
  }

  n(key: CountKey, count: number, params: TextParams = {}): string {
    const category = this.formats().category(count);
    return this.transloco.translate(
      `${key}.${category}`,
      { count: this.number(count), ...params },
      this.spoken(),
    );
  }

  number(value: number, places?: number): string {
    return this.formats().number(value, places);
  }

  percent(whole: number): string {
    return this.formats().percent(whole);
  }

  size(bytes: number): string {
    return this.formats().size(bytes);
  }

  date(instant: string): string {
    return this.formats().date(instant);
  }

  moment(instant: string): string {
    return this.formats().moment(instant);
  }

  localDate(localTime: string): string {
    return this.formats().localDate(localTime);
  }

  shortDate(localTime: string): string {
    return this.formats().shortDate(localTime);
  }

  clock(localTime: string): string {
    return localTime.slice(11, 16);
  }

  partialDate(text: string): string {
    return this.formats().partialDate(text);
  }

  list(words: readonly string[]): string {
    return this.formats().list(words);
  }

  languageName(language: string): string {
    return this.formats().languageName(language);
  }

  country(country: string): string {
    return this.formats().country(country);
  }

  private async speak(language: InterfaceLanguage): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
    this.spoken.set(language);
  }
}

function chosenBefore(): InterfaceLanguage | undefined {
  const language = remembered(STORAGE_KEY);
  return language === undefined ? undefined : languageAmong([language]);
}

function languageAmong(wanted: readonly string[]): InterfaceLanguage | undefined {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found !== undefined) return found;
  }
  return undefined;
}
