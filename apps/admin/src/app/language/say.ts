import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { languageCookie, languageIn, nearestLanguage, type InterfaceLanguage } from '@kilim/contracts';
import { firstValueFrom } from 'rxjs';
import { Formats } from './formats';
import type { Speech } from './speech';
import type { CountKey, TextKey, TextParams } from './text-key';

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

  /** Loads the language chosen on this device, else the browser's, else English. Once, before the first paint. */
  async begin(): Promise<void> {
    await this.speak(languageIn(this.document.cookie) ?? nearestLanguage(navigator.languages));
  }

  /** Changes the language on this device, in the cities' form too; where cookies are refused, until the page is left. */
  async choose(language: InterfaceLanguage): Promise<void> {
    const { location } = this.document;
    this.document.cookie = languageCookie(language, location.origin);
    await this.speak(language);
  }

  /** Takes a person's own language, unless one was chosen on this device. */
  async prefer(language: string): Promise<void> {
    if (languageIn(this.document.cookie) !== undefined) return;
    await this.speak(nearestLanguage([language, ...navigator.languages]));
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
