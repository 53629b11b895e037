import * as z from 'zod';
import { Decimal } from './decimal.js';
import { Code, Id } from './identity.js';
import { Question } from './question.js';

/** A BCP 47 language tag of the shape the product uses: `en`, `pl`, `pt-BR`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language tag such as en or pt-BR')
  .meta({ id: 'Language' });
export type Language = z.infer<typeof Language>;

/** A page of the form, in reading order. Layout only: what is scored together is an {@link Indicator}. */
export const Section = z
  .strictObject({ id: Id, code: Code, questions: z.array(Question).min(1).max(200) })
  .meta({ id: 'Section' });
export type Section = z.infer<typeof Section>;

/** A scored area. Its questions name it; score = Σ points × weight ÷ Σ attainable points × weight. */
export const Indicator = z.strictObject({ id: Id, code: Code }).meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof Indicator>;

/** One term of a weighted mean: an indicator or a composite, and how much it counts. */
export const Member = z
  .strictObject({ of: Id, weight: Decimal.refine((w) => w > 0, 'a weight above 0') })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** A weighted mean of indicators that stands as one area of its own (the intercultural lens). */
export const Composite = z
  .strictObject({ id: Id, code: Code, members: z.array(Member).min(1).max(50) })
  .meta({ id: 'Composite' });
export type Composite = z.infer<typeof Composite>;

/** A weighted mean of areas: the figure a city is known by. `core` compares through time, `extended` holds all areas. */
export const Index = z
  .strictObject({ id: Id, code: Code, members: z.array(Member).min(1).max(50) })
  .meta({ id: 'Index' });
export type Index = z.infer<typeof Index>;

/** A word of the questionnaire that is explained to its readers; `title` is the word, `meaning` what it means here. */
export const Term = z
  .strictObject({
    id: Id,
    code: Code,
    /** Terms that help to understand this one. */
    seeAlso: z.array(Id).min(1).max(20).optional(),
  })
  .meta({ id: 'Term' });
export type Term = z.infer<typeof Term>;

/** What a missing question does to its indicator: left out of both sums, or zero of its attainable points. */
export const MissingRule = z.enum(['leaveOut', 'countAsZero']).meta({ id: 'MissingRule' });
export type MissingRule = z.infer<typeof MissingRule>;

/** The rules of this version that are not weights. */
export const Rules = z
  .strictObject({
    unanswered: MissingRule,
    notApplicable: MissingRule,
    /** The share of an indicator's asked and applicable questions that must be answered for its score to be published, 0 to 1. */
    minimumCoverage: z.number().min(0).max(1),
  })
  .meta({ id: 'Rules' });
export type Rules = z.infer<typeof Rules>;

/**
 * One version of a questionnaire: structure, points, weights and rules; no visible text (see {@link Texts}).
 * Frozen once published; an assessment is pinned to it by id and content hash.
 */
export const Questionnaire = z
  .strictObject({
    /** The shape of this document, for readers of files; 1 is the only one so far. */
    format: z.literal(1),
    /** The line of versions it belongs to. */
    code: Code,
    /** What people call this version, for instance `2026.1`. */
    version: z.string().min(1).max(24),
    sourceLanguage: Language,
    /** True when points and wording are for demonstration and carry no programme's authority; shown wherever it is used. */
    illustrative: z.boolean(),
    sections: z.array(Section).min(1).max(100),
    indicators: z.array(Indicator).min(1).max(100),
    composites: z.array(Composite).max(50),
    indices: z.array(Index).min(1).max(10),
    rules: Rules,
    /** The words that are explained, in the order of the author; absent: none. */
    glossary: z.array(Term).max(1000).optional(),
  })
  .meta({ id: 'Questionnaire' });
export type Questionnaire = z.infer<typeof Questionnaire>;
