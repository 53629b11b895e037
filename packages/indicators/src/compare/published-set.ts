import * as z from 'zod';
import { CohortFilter } from './cohort.js';
import { csvRecords } from './csv-records.js';

/** A text in each language of the interface. */
const Worded = z.strictObject({ en: z.string().min(1), pl: z.string().min(1) }).meta({ id: 'Worded' });
export type Worded = z.infer<typeof Worded>;

const Year = z.int().min(2000).max(2100).nullable();
/** Points out of 100, whole as published. */
const Points = z.int().min(0).max(100);
const Country = z.string().regex(/^[A-Z]{2}$/, 'two letters of ISO 3166-1');
const Source = z.url({ protocol: /^https?$/ });

/** A result that somebody has published. */
export const PublishedResult = z
  .strictObject({
    subject: z.string().min(1),
    kind: z.enum(['city', 'average']),
    /** Null for an average. */
    country: Country.nullable(),
    /** Null: the source gives none. */
    year: Year,
    /** `INDEX` for the overall result, else the code of an area. */
    measure: z.string().min(1),
    score: Points,
    source: Source,
  })
  .meta({ id: 'PublishedResult' });
export type PublishedResult = z.infer<typeof PublishedResult>;

/** A rank that somebody has published. */
export const PublishedRank = z
  .strictObject({
    city: z.string().min(1),
    country: Country,
    /** Null: the source gives none. */
    year: Year,
    /** The overall result that was ranked; null: not known. */
    score: Points.nullable(),
    rank: z.int().min(1),
    /** Among how many; null: not known. */
    of: z.int().min(1).nullable(),
    /** Among which cities, by the name that the codebook explains. */
    group: z.string().min(1),
    /** A doubt, by the name that the codebook explains. */
    note: z.string().min(1).nullable(),
    source: Source,
  })
  .meta({ id: 'PublishedRank' });
export type PublishedRank = z.infer<typeof PublishedRank>;

/** Why what is known says nothing about a rank. */
export const UncheckedReason = z.enum(['scoreUnknown', 'noOtherScore']).meta({ id: 'UncheckedReason' });
export type UncheckedReason = z.infer<typeof UncheckedReason>;

/** What the tables mean: their columns, the names that are used in them, and what cannot be checked. */
const Codebook = z.strictObject({
  id: z.string().min(1),
  /** The day on which the set was closed; later figures make another set. */
  frozenOn: z.iso.date(),
  title: Worded,
  about: Worded,
  columns: z.strictObject({
    results: z.record(z.string(), Worded),
    ranks: z.record(z.string(), Worded),
  }),
  measures: z.record(z.string(), Worded),
  groups: z.record(z.string(), CohortFilter),
  notes: z.record(z.string(), Worded),
  /** The ranks of which the known scores say nothing. */
  unchecked: z
    .array(
      z.strictObject({
        ...PublishedRank.pick({ city: true, year: true, group: true }).shape,
        reason: UncheckedReason,
      }),
    )
    .readonly(),
});

/**
 * Figures that others have published, with their sources. They belong to other questionnaires: nothing that is scored
 * here is ever compared with them, and none of them was computed here.
 */
export const PublishedSet = z
  .strictObject({
    ...Codebook.shape,
    results: z.array(PublishedResult).readonly(),
    ranks: z.array(PublishedRank).readonly(),
  })
  .meta({ id: 'PublishedSet' });
export type PublishedSet = z.infer<typeof PublishedSet>;

/** The measure of an overall result. */
export const OVERALL = 'INDEX';

/**
 * Puts a published set together from its files.
 *
 * @throws Error when a line does not fit its column, or uses a name that the codebook does not explain
 */
export function readPublished(files: {
  readonly results: string;
  readonly ranks: string;
  readonly codebook: unknown;
}): PublishedSet {
  const set = PublishedSet.parse({
    ...Codebook.parse(files.codebook),
    results: csvRecords(files.results).map(withNumbers),
    ranks: csvRecords(files.ranks).map(withNumbers),
  });
  const unexplained = [
    ...set.results.filter(({ measure }) => !(measure in set.measures)).map(({ measure }) => measure),
    ...set.ranks.filter(({ group }) => !(group in set.groups)).map(({ group }) => group),
    ...set.ranks.flatMap(({ note }) => (note === null || note in set.notes ? [] : note)),
  ];
  if (unexplained.length > 0) throw new Error(`The codebook does not explain ${unexplained.join(', ')}.`);
  return set;
}

const NUMBERS = new Set(['year', 'score', 'rank', 'of']);

/** An empty field says that something is not known. */
function withNumbers(record: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([column, text]) => [
      column,
      text === '' ? null : NUMBERS.has(column) ? Number(text) : text,
    ]),
  );
}
