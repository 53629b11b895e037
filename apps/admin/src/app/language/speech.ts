import type { CountKey, TextKey, TextParams } from './text-key';

/** What pure functions need in order to speak: {@link Say} without its surroundings. */
export interface Speech {
  /** A language tag: `en`, `pl`. */
  language(): string;
  /** A text of the interface. */
  t(key: TextKey, params?: TextParams): string;
  /** A text whose form depends on a count; `{{count}}` is filled in. */
  n(key: CountKey, count: number, params?: TextParams): string;
  /** A number with at most two places, or exactly `places`. */
  number(value: number, places?: number): string;
  /** A whole percentage: 67 %. */
  percent(whole: number): string;
  /** The size of a file: 340 kB. */
  size(bytes: number): string;
  /** The day of an instant, in the reader's zone: 14 April 2026. */
  date(instant: string): string;
  /** Day and time of an instant, in the reader's zone. */
  moment(instant: string): string;
  /** The day of a local time (`2026-04-14T23:59`), in its own zone. */
  localDate(localTime: string): string;
  /** The same with the month cut short, for columns: 14 Apr 2026. */
  shortDate(localTime: string): string;
  /** The time of a local time: 23:59. */
  clock(localTime: string): string;
  /** A year, month or day (`2025`, `2025-03`, `2025-03-14`). */
  partialDate(text: string): string;
  /** a, b and c. */
  list(words: readonly string[]): string;
  /** What a language is called. */
  languageName(language: string): string;
  /** A country in the reader's language, given its two letters or its English name: `PL`, `Poland`. */
  country(country: string): string;
}
