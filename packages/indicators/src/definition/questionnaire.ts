import * as z from 'zod';
import { Decimal } from './decimal.js';
import { Code, Id } from './identity.js';
import { Question } from './question.js';
import { Validation } from './validation.js';

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

/** A word of the questionnaire that is explained to its readers; `title` is the word, `meaning` what it means here. */
export const Term = z
  .strictObject({
    id: Id,
    code: Code,
    seeAlso: z.array(Id).min(1).max(20).optional().describe('Terms that help to understand this one.'),
  })
  .meta({ id: 'Term', description: 'A word that is explained.' });
export type Term = z.infer<typeof Term>;

/** What a missing question does to its indicator: left out of both sums, or zero of its attainable points. */
export const MissingRule = z.enum(['leaveOut', 'countAsZero']).meta({ id: 'MissingRule' });
export type MissingRule = z.infer<typeof MissingRule>;

const share = z.number().min(0).max(1);

const rules = {
  unanswered: MissingRule.describe('What an unanswered question does to its indicator.'),
  notApplicable: MissingRule.describe('What a question that does not apply does to its indicator.'),
  coverageToScore: share.describe(
    'The share of an indicator’s asked and applicable questions that must be answered for it to have a score; below, it is unanswered.',
  ),
  coverageToPublish: share.describe(
    'The share of an indicator’s asked and applicable questions that must be answered for its score to be published.',
  ),
};

/** The rules of this version that are not weights. */
export const Rules = z.strictObject(rules).meta({ id: 'Rules' });
export type Rules = z.infer<typeof Rules>;

/** Rules of one indicator, in place of the version's. */
export const IndicatorRules = z.strictObject(rules).partial().meta({ id: 'IndicatorRules' });
export type IndicatorRules = z.infer<typeof IndicatorRules>;

/** A scored area. Its questions name it; score = Σ points × weight ÷ Σ attainable points × weight. */
export const Indicator = z
  .strictObject({
    id: Id,
    code: Code,
    rules: IndicatorRules.optional().describe('Rules of its own, in place of the version’s.'),
  })
  .meta({ id: 'Indicator', description: 'A scored area; its questions name it.' });
export type Indicator = z.infer<typeof Indicator>;

/** One term of a weighted mean: an indicator or a composite, and how much it counts. */
export const Member = z
  .strictObject({
    of: Id.describe('An indicator or a composite, by its id.'),
    weight: Decimal.refine((w) => w > 0, 'a weight above 0'),
  })
  .meta({ id: 'Member', description: 'One term of a weighted mean.' });
export type Member = z.infer<typeof Member>;

const mean = {
  id: Id,
  code: Code,
  members: z.array(Member).min(1).max(100),
  weightTotal: z
    .number()
    .positive()
    .max(100_000)
    .optional()
    .describe('What the weights are meant to add up to; checked where it is given.'),
  coverageToScore: share
    .optional()
    .describe(
      'The share of the weights, of members that are asked and apply, that must have a score for it to have one; any unless given.',
    ),
};

/** A weighted mean of areas that stands as one area of its own (the intercultural lens). */
export const Composite = z
  .strictObject(mean)
  .meta({ id: 'Composite', description: 'A weighted mean of areas that stands as one area of its own.' });
export type Composite = z.infer<typeof Composite>;

/** A weighted mean of areas: the figure a city is known by. `core` compares through time, `extended` holds all areas. */
export const Index = z
  .strictObject(mean)
  .meta({ id: 'Index', description: 'A weighted mean of areas: the figure a city is known by.' });
export type Index = z.infer<typeof Index>;

/**
 * One version of a questionnaire: structure, points, weights and rules; no visible text (see {@link Texts}).
 * Frozen once published; an assessment is pinned to it by id and content hash.
 */
export const Questionnaire = z
  .strictObject({
    format: z.literal(1).describe('The shape of this document; 1 is the only one so far.'),
    code: Code.describe('The line of versions it belongs to.'),
    version: z.string().min(1).max(24).describe('What people call this version, for instance 2026.1.'),
    sourceLanguage: Language,
    illustrative: z
      .boolean()
      .describe('Whether points and wording are for demonstration and carry no programme’s authority.'),
    sections: z.array(Section).min(1).max(100).describe('The pages of the form, in reading order.'),
    indicators: z.array(Indicator).min(1).max(100),
    composites: z.array(Composite).max(50),
    indices: z.array(Index).min(1).max(10),
    rules: Rules,
    validations: z.array(Validation).max(200).optional().describe('What must hold across answers.'),
    glossary: z
      .array(Term)
      .max(1000)
      .optional()
      .describe('The words that are explained, in the order of the author.'),
  })
  .meta({
    id: 'Questionnaire',
    title: 'Questionnaire version',
    description: 'Structure, points, weights and rules of one version; its texts are documents of their own.',
  });
export type Questionnaire = z.infer<typeof Questionnaire>;
