import * as z from 'zod';
import { Language } from '../definition/questionnaire.js';
import { PartList } from '../editing/part-address.js';

/**
 * What a change is about.
 *
 * | kind | |
 * |---|---|
 * | `wording` | what things are called and how they are explained, in any language; codes; the glossary |
 * | `meaning` | what an answer says: kind, unit, range, where bands begin, how a figure is calculated |
 * | `options` | which choices, rows and columns there are, in which order, and which exclude others |
 * | `conditions` | when a question is asked, and what must hold across answers |
 * | `weights` | what an answer is worth: points, caps, weights |
 * | `structure` | sections, questions, indicators, composites, indices and their members: added, removed, moved |
 * | `rules` | how what is missing counts, how much coverage is needed, what a question demands |
 */
export const ChangeKind = z
  .enum(['wording', 'meaning', 'options', 'conditions', 'weights', 'structure', 'rules'])
  .meta({ id: 'ChangeKind' });
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Where something stands: in which of a version's documents, and an RFC 6901 JSON pointer into it. */
export const VersionPlace = z
  .strictObject({
    document: z.enum(['questionnaire', 'texts', 'translation']),
    /** Which translation. */
    language: Language.optional(),
    pointer: z.string(),
  })
  .meta({ id: 'VersionPlace' });
export type VersionPlace = z.infer<typeof VersionPlace>;

/**
 * One thing in which two versions differ.
 *
 * | change | |
 * |---|---|
 * | `added`, `removed` | a part that only one of them has; what is in it is not listed again |
 * | `moved` | it stands in another part's list, or elsewhere in its list |
 * | `field` | a field has another value |
 * | `text` | what is said about it in a language has other words |
 * | `languageAdded`, `languageRemoved` | the whole is said in a further language, or no longer; its texts are not listed |
 */
export const VersionChange = z
  .strictObject({
    /** Names this change among those between the two versions: `<part>`, `<part>/<field>`, … */
    key: z.string(),
    kind: ChangeKind,
    change: z.enum(['added', 'removed', 'moved', 'field', 'text', 'languageAdded', 'languageRemoved']),
    /** A `PartAddress`. Of a draft of earlier days it may be what stands there instead of one: the report names it all the same. */
    part: z.string(),
    /** In which kind of list the part stands; absent for the version itself. */
    list: PartList.optional(),
    /** What it is called in the older and in the newer version, where it is there and has a code. */
    codeBefore: z.string().optional(),
    codeAfter: z.string().optional(),
    /** What it is called in the source language, in the newer version if it is there. */
    title: z.string().optional(),
    /** Which field, of a field that holds several with the one in it (`rules/unanswered`), or which text. */
    field: z.string().optional(),
    language: Language.optional(),
    /** Where it stands in the older and in the newer version. */
    before: VersionPlace.optional(),
    after: VersionPlace.optional(),
    /** The values; absent where there was or is none. */
    from: z.unknown().optional(),
    to: z.unknown().optional(),
    /**
     * True of other words for what is asked, offered or meant: whether they mean something else, no program can tell.
     * Not of words that differ only in spaces, quotation marks or dashes.
     */
    toJudge: z.literal(true).optional(),
  })
  .meta({ id: 'VersionChange' });
export type VersionChange = z.infer<typeof VersionChange>;

/** How many changes there are of each kind, and how many texts a person must judge. */
export const ChangeCounts = z
  .strictObject({
    wording: z.int(),
    meaning: z.int(),
    options: z.int(),
    conditions: z.int(),
    weights: z.int(),
    structure: z.int(),
    rules: z.int(),
    toJudge: z.int(),
  })
  .meta({ id: 'ChangeCounts' });
export type ChangeCounts = z.infer<typeof ChangeCounts>;

/** Counts changes by kind. */
export function countChanges(changes: readonly VersionChange[]): ChangeCounts {
  const counts = {
    ...{ wording: 0, meaning: 0, options: 0, conditions: 0, weights: 0, structure: 0, rules: 0 },
    toJudge: 0,
  };
  for (const { kind, toJudge } of changes) {
    counts[kind] += 1;
    if (toJudge === true) counts.toJudge += 1;
  }
  return counts;
}
