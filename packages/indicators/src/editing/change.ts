import * as z from 'zod';
import { Id } from '../definition/identity.js';
import { Language } from '../definition/questionnaire.js';
import { TextValue, TranslatedText } from '../definition/texts.js';
import { AcceptedWarning, DraftContent, MOST_ACCEPTED, TextFieldName, WarningKey } from './draft-content.js';
import { JsonValue } from './json-value.js';
import { PartAddress, PartList } from './part-address.js';

/**
 * A field of a part, or within one that holds further fields: `weight`, `rules/coverageToPublish`. Never a list of parts:
 * those change by inserting, removing and moving.
 */
export const FieldPath = z
  .string()
  .regex(/^[a-zA-Z]+(\/[a-zA-Z]+){0,3}$/, 'a field, such as weight or rules/unanswered')
  .meta({ id: 'FieldPath' });
export type FieldPath = z.infer<typeof FieldPath>;

/** Where a part goes: into which list, after or before whom. When both neighbours are gone it goes to the end. */
export const PartPlace = z
  .strictObject({
    into: PartAddress,
    list: PartList,
    /** Null: at the beginning. */
    after: PartAddress.nullable(),
    /** Whom it stood before, in case `after` is gone. */
    before: PartAddress.optional(),
  })
  .meta({ id: 'PartPlace' });
export type PartPlace = z.infer<typeof PartPlace>;

const field = TextFieldName;
const translated = z.partialRecord(TextFieldName, TranslatedText);

/** What is said about a part, as a change carries it. */
export const CarriedTexts = z
  .strictObject({
    source: z.partialRecord(TextFieldName, TextValue),
    translations: z.record(Language, translated),
  })
  .meta({ id: 'CarriedTexts' });

/** Any JSON; what may stand at its place, the shape of a questionnaire says when the change is applied. */
const Value = JsonValue.optional();

/**
 * One change of a draft, addressed by id. `was` is what the author saw; where the draft holds something else by now,
 * the change is in conflict and nothing happens. An absent `value` or `was` means: nothing there.
 *
 * | op | does |
 * |---|---|
 * | `set` | sets or clears a field; a condition or formula as a whole |
 * | `text` | sets or clears a text in the source language |
 * | `translate` | sets or clears a translated text with the hash of what it translates and whether it was checked |
 * | `insert` | puts a new part into a list, with all that is in it and said about it |
 * | `remove` | takes a part out, with all that is in it and said about it; who refers to it is left alone |
 * | `move` | puts a part elsewhere, also into another owner's list of the same name |
 * | `addLanguage`, `removeLanguage` | declares a language to translate into, or gives it up with its texts |
 * | `accept` | lets a warning stand for a reason; without a reason it no longer stands |
 * | `replace` | puts other content in the place of all: an import, an earlier state |
 */
export const DraftChange = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('set'), part: PartAddress, field: FieldPath, value: Value, was: Value }),
    z.strictObject({
      op: z.literal('text'),
      part: Id,
      field,
      value: TextValue.optional(),
      was: z.string().max(4000).optional(),
    }),
    z.strictObject({
      op: z.literal('translate'),
      language: Language,
      part: Id,
      field,
      value: TranslatedText.optional(),
      was: TranslatedText.optional(),
    }),
    z.strictObject({
      op: z.literal('insert'),
      place: PartPlace,
      /** The part; of the shape that its list takes. */
      value: JsonValue,
      texts: z.record(Id, CarriedTexts).optional(),
      accepted: z.array(AcceptedWarning).max(MOST_ACCEPTED).optional(),
    }),
    z.strictObject({ op: z.literal('remove'), part: PartAddress }),
    z.strictObject({ op: z.literal('move'), part: PartAddress, place: PartPlace }),
    z.strictObject({
      op: z.literal('addLanguage'),
      language: Language,
      texts: z.record(Id, translated).optional(),
      accepted: z.array(AcceptedWarning).max(MOST_ACCEPTED).optional(),
    }),
    z.strictObject({ op: z.literal('removeLanguage'), language: Language }),
    z.strictObject({
      op: z.literal('accept'),
      warning: WarningKey,
      reason: z.string().trim().min(1).max(1000).optional(),
      was: z.string().optional(),
    }),
    z.strictObject({ op: z.literal('replace'), content: DraftContent }),
  ])
  .meta({ id: 'DraftChange' });
export type DraftChange = z.infer<typeof DraftChange>;
export type DraftChangeOf<Op extends DraftChange['op']> = Extract<DraftChange, { op: Op }>;
