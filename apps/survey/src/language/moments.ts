import { nearestLanguage, type Deadline, type Instant, type InterfaceLanguage } from '@kilim/contracts';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Whose customs dates and numbers follow: English as written in Europe, day before month, 24 hours. */
const CUSTOMS: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', pl: 'pl-PL' };

const DAY_MS = 86_400_000;

/** Dates, times and numbers as the reader writes them. */
export interface Moments {
  /** `14:32` */
  time(instant: Instant): string;
  /** `14 April`, with the year when it is not the present one. */
  day(instant: Instant): string;
  /** `Friday 11 April` */
  weekday(instant: Instant): string;
  /** `14 April, 14:32`; today's without the day. */
  moment(instant: Instant): string;
  /** `14 April 2026, 23:59 CEST`: in the deadline's own zone, and saying which. */
  deadline(deadline: Deadline): string;
  /** `March 2025` for a month, `14 March 2025` for a day, the year for a year. */
  issued(date: string): string;
  /** `31.2` or `31,2`; as many places as it has. */
  number(value: number): string;
  /** `340 kB`, `1.2 MB`; a kilobyte has a thousand bytes. */
  size(bytes: number): string;
  /** Which hour of the reader's day it is, 0 to 23. */
  hour(): number;
}

/** Where the reader is, where the program does not run with the reader and has to be told. */
export const ReaderZone = createContext<string | undefined>(undefined);

/** The customs of the interface language. */
export function useMoments(): Moments {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const zone = useContext(ReaderZone);
  return useMemo(() => momentsIn(nearestLanguage([language]), { zone }), [language, zone]);
}

/**
 * @param now the reader's clock; only for leaving out what is clear from today
 * @param zone where the reader is; absent: where the program runs
 */
export function momentsIn(
  language: InterfaceLanguage,
  { now = () => new Date(), zone }: { readonly now?: () => Date; readonly zone?: string | undefined } = {},
): Moments {
  const customs = CUSTOMS[language];
  const format = (date: Date, options: Intl.DateTimeFormatOptions): string =>
    dates(customs, { hourCycle: 'h23', timeZone: zone, ...options }).format(date);
  const dayOf = (date: Date): string => format(date, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const yearOf = (date: Date): string => format(date, { year: 'numeric' });
  const time = (instant: Instant): string =>
    format(new Date(instant), { hour: '2-digit', minute: '2-digit' });
  const day = (instant: Instant): string => {
    const date = new Date(instant);
    const thisYear = yearOf(date) === yearOf(now());
    return format(date, { day: 'numeric', month: 'long', ...(!thisYear && { year: 'numeric' }) });
  };
  return {
    time,
    day,
    weekday: (instant) =>
      format(new Date(instant), { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', ''),
    moment: (instant) =>
      dayOf(new Date(instant)) === dayOf(now()) ? time(instant) : `${day(instant)}, ${time(instant)}`,
    deadline: ({ instant, zone }) => {
      const date = new Date(instant);
      const inZone = { timeZone: zone };
      const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
      return `${format(date, { ...inZone, day: 'numeric', month: 'long', year: 'numeric' })}, ${format(date, { ...inZone, ...clock })}`;
    },
    issued: (written) => {
      const [year = '', month, dayOfMonth] = written.split('-');
      if (month === undefined) return year;
      const date = new Date(0);
      // `Date.UTC` takes the years before 100 for those of the twentieth century.
      date.setUTCFullYear(Number(year), Number(month) - 1, Number(dayOfMonth ?? 1));
      return format(date, {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
        ...(dayOfMonth !== undefined && { day: 'numeric' }),
      });
    },
    size: (bytes) => {
      const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
      const value = unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
      return numbers(customs, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
    },
    hour: () => Number(format(now(), { hour: 'numeric' })),
    number: (value) => numbers(customs, { maximumFractionDigits: 20 }).format(value),
  };
}

/** Kept once made: making one takes as long as writing hundreds of dates with it. */
const dates = kept((customs, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(customs, how));
const numbers = kept((customs, how: Intl.NumberFormatOptions) => new Intl.NumberFormat(customs, how));

function kept<How, Format>(make: (customs: string, how: How) => Format): typeof make {
  const made = new Map<string, Format>();
  return (customs, how) => {
    const name = customs + JSON.stringify(how);
    const format = made.get(name) ?? make(customs, how);
    made.set(name, format);
    return format;
  };
}

/** Whole days from one moment to another, rounded up; 0 or less once it has passed. */
export function daysUntil(instant: Instant, from: Instant): number {
  return Math.ceil((Date.parse(instant) - Date.parse(from)) / DAY_MS);
}
