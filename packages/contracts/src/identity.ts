import * as z from 'zod';

/** A UUID; rows are UUIDv7, so they sort by when they were made. */
export const Uuid = z.uuid().meta({ id: 'Uuid' });
export type Uuid = z.infer<typeof Uuid>;

/** A moment in UTC as ISO-8601 text ending in `…sssZ`. */
export const Instant = z.iso
  .datetime({ precision: 3, error: 'a moment such as 2026-04-14T21:59:59.999Z' })
  .meta({ id: 'Instant' });
export type Instant = z.infer<typeof Instant>;

/** A SHA-256 in hex. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')
  .meta({ id: 'Sha256' });
export type Sha256 = z.infer<typeof Sha256>;

/** As far as anything is counted: what a database's column of whole numbers holds. */
const MOST_COUNTED = 2 ** 31 - 1;

/** Of which change of something a request speaks: they are counted from 1 on, and 0 is what was there before them. */
export const Revision = z.int().min(0).max(MOST_COUNTED);

/** The same in an address, where a number is written in digits. */
export const RevisionInAddress = z.coerce.number().int().min(0).max(MOST_COUNTED);

/**
 * Words a person types: no control characters but line breaks and tabs, and no half of a character, which databases
 * can't store as it is; never HTML.
 */
export function words(maximum: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'no control characters');
}

/** What somebody typed, as words that are taken: no blanks around it, a blank in place of anything else. */
export function asWords(typed: string): string {
  return typed.replaceAll(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, ' ').trim();
}

/** A person as others see them. Once their account is erased only the id is left. */
export const Person = z.strictObject({ id: Uuid, name: z.string() }).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

/** The first letters of somebody's first and last name, for where a name has no room: `Katarzyna Oleksy` is `KO`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
