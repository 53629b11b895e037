import { countryCode } from './country-code';

/** How numbers, dates and lists are written in one language of the interface. */
export class Formats {
  private readonly locale: string;
  private readonly plural: Intl.PluralRules;
  private readonly day: Intl.DateTimeFormat;
  private readonly dayAndTime: Intl.DateTimeFormat;
  private readonly zonelessDay: Intl.DateTimeFormat;
  private readonly shortDay: Intl.DateTimeFormat;
  private readonly words: Intl.ListFormat;
  private readonly languages: Intl.DisplayNames;
  private readonly countries: Intl.DisplayNames;
  /** By places: making one costs a thousand times what using it does, and a tree of five hundred lines says a number in each. */
  private readonly numbers = new Map<number | undefined, Intl.NumberFormat>();

  /** @param language `en` is written the British way: days before months, 24 hours */
  constructor(language: string) {
    this.locale = language === 'en' ? 'en-GB' : language;
    const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
    this.plural = new Intl.PluralRules(this.locale);
    this.day = new Intl.DateTimeFormat(this.locale, day);
    this.dayAndTime = new Intl.DateTimeFormat(this.locale, {
      ...day,
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    this.zonelessDay = new Intl.DateTimeFormat(this.locale, { ...day, timeZone: 'UTC' });
    this.shortDay = new Intl.DateTimeFormat(this.locale, { ...day, month: 'short', timeZone: 'UTC' });
    this.words = new Intl.ListFormat(this.locale, { type: 'conjunction' });
    this.languages = new Intl.DisplayNames(this.locale, { type: 'language' });
    this.countries = new Intl.DisplayNames(this.locale, { type: 'region' });
  }

  /** Which form a count takes: one, few, many or other. */
  category(count: number): Intl.LDMLPluralRule {
    return this.plural.select(count);
  }

  number(value: number, places?: number): string {
    return this.numberFormat(places).format(value).replace('-', '−');
  }

  percent(whole: number): string {
    return `${this.number(whole)}\u202f%`;
  }

  /** A kilobyte has a thousand bytes. */
  size(bytes: number): string {
    const isLarge = bytes >= 1_000_000;
    const value = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
    const unit = {
      style: 'unit',
      unit: isLarge ? 'megabyte' : 'kilobyte',
      maximumFractionDigits: 1,
    } as const;
    return new Intl.NumberFormat(this.locale, unit).format(value);
  }

  date(instant: string): string {
    return this.day.format(new Date(instant));
  }

  moment(instant: string): string {
    return this.dayAndTime.format(new Date(instant));
  }

  localDate(localTime: string): string {
    return this.zonelessDay.format(new Date(`${localTime.slice(0, 10)}T00:00:00Z`));
  }

  shortDate(localTime: string): string {
    return this.shortDay.format(new Date(`${localTime.slice(0, 10)}T00:00:00Z`));
  }

  partialDate(text: string): string {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return this.localDate(text);
    if (!/^\d{4}-\d{2}$/.test(text)) return text;
    const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale, month).format(new Date(`${text}-01T00:00:00Z`));
  }

  list(words: readonly string[]): string {
    return this.words.format(words);
  }

  languageName(language: string): string {
    return this.languages.of(language) ?? language;
  }

  country(country: string): string {
    const code = countryCode(country);
    return code === undefined ? country : (this.countries.of(code) ?? country);
  }

  private numberFormat(places: number | undefined): Intl.NumberFormat {
    const known = this.numbers.get(places);
    if (known) return known;
    const digits =
      places === undefined
        ? { maximumFractionDigits: 2 }
        : { minimumFractionDigits: places, maximumFractionDigits: places };
    const made = new Intl.NumberFormat(this.locale, digits);
    this.numbers.set(places, made);
    return made;
  }
}
