import * as z from 'zod';
import type { Language } from '../definition/questionnaire.js';
import { TEXT_FIELDS, type TextField, type TranslatedText } from '../definition/texts.js';
import { textsOf, type DraftDocument } from './draft-document.js';
import { partsWithin, type ListedPart, type PartAddress } from './part-address.js';

/**
 * How far a translated text is.
 *
 * | state | |
 * |---|---|
 * | `missing` | there is none: readers get the source text, labelled as such |
 * | `stale` | the source text was changed after it was translated |
 * | `new` | translated from the source text as it stands |
 * | `checked` | and read beside it by somebody who found it right |
 */
export const TranslationState = z
  .enum(['missing', 'stale', 'new', 'checked'])
  .meta({ id: 'TranslationState' });
export type TranslationState = z.infer<typeof TranslationState>;

/** A text that is to be translated, and how far it is. */
export interface TranslationEntry {
  readonly part: PartAddress;
  readonly field: TextField;
  /** What the part is called by people; empty for the version itself. */
  readonly code: string;
  /** The question it belongs to, the part itself or around it; absent outside of questions. */
  readonly question?: PartAddress;
  readonly source: string;
  readonly text?: TranslatedText;
  readonly state: TranslationState;
  /** Whether it decides what people answer for points: the title of a scored question, of its options and rows. */
  readonly isScored: boolean;
}

/** How far a translation is: numbers of texts. */
export const TranslationProgress = z
  .strictObject({
    all: z.int(),
    missing: z.int(),
    stale: z.int(),
    new: z.int(),
    checked: z.int(),
    /** Scored texts that are missing or stale: they keep the version from being published. */
    scoredOpen: z.int(),
  })
  .meta({ id: 'TranslationProgress' });
export type TranslationProgress = z.infer<typeof TranslationProgress>;

/**
 * Every text that is to be translated into a language: scored ones first, otherwise in the order of the form.
 *
 * @param sha256 the digest of a text in lower-case hex
 */
export function translationEntries(
  document: DraftDocument,
  language: Language,
  sha256: (text: string) => string,
): readonly TranslationEntry[] {
  const entries = [...speakingParts(document)].flatMap(({ address, code, question, isScored }) => {
    const { source, translations } = textsOf(document, address);
    return TEXT_FIELDS.flatMap((field): readonly TranslationEntry[] => {
      const text = source[field];
      if (text === undefined) return [];
      const translated = translations[language]?.[field];
      return [
        {
          ...{ part: address, field, code, source: text },
          ...(question !== undefined && { question }),
          ...(translated && { text: translated }),
          state: translationStateOf(text, translated, sha256),
          isScored: isScored && field === 'title',
        },
      ];
    });
  });
  return [...entries.filter(({ isScored }) => isScored), ...entries.filter(({ isScored }) => !isScored)];
}

/** Counts entries by their state. */
export function translationProgress(entries: readonly TranslationEntry[]): TranslationProgress {
  const count = (state: TranslationState) => entries.filter((entry) => entry.state === state).length;
  return {
    all: entries.length,
    missing: count('missing'),
    stale: count('stale'),
    new: count('new'),
    checked: count('checked'),
    scoredOpen: entries.filter(({ isScored, state }) => isScored && isOpenTranslation(state)).length,
  };
}

/** Whether readers would get the source text, or one that translates another source text. */
export function isOpenTranslation(state: TranslationState): boolean {
  return state === 'missing' || state === 'stale';
}

/** The text as a translation of the source text that stands now. */
export function translationOf(
  source: string,
  text: string,
  sha256: (text: string) => string,
  isChecked = false,
): TranslatedText {
  return { text, of: sha256(source), ...(isChecked && { checked: true as const }) };
}

/** How far a translation of a source text is. */
export function translationStateOf(
  source: string,
  translated: TranslatedText | undefined,
  sha256: (text: string) => string,
): TranslationState {
  if (translated === undefined) return 'missing';
  if (translated.of !== sha256(source)) return 'stale';
  return translated.checked === true ? 'checked' : 'new';
}

interface Speaking {
  readonly address: PartAddress;
  readonly code: string;
  readonly question?: PartAddress;
  readonly isScored: boolean;
}

/** The version and its parts in the order of the document, each with the question that it belongs to. */
function* speakingParts({ questionnaire }: DraftDocument): Generator<Speaking> {
  let question: {
    readonly address: PartAddress;
    readonly inside: ReadonlySet<string>;
    readonly isScored: boolean;
  };
  question = { address: '', inside: new Set(), isScored: false };
  for (const { address, part } of partsWithin('questionnaire', questionnaire)) {
    const listed = part as ListedPart;
    if ('kind' in listed) {
      const inside = new Set([...partsWithin(address, part)].map((each) => each.address));
      question = { address, inside, isScored: listed['indicator'] !== undefined };
    }
    const isInside = question.inside.has(address);
    yield {
      address,
      code: address === 'questionnaire' ? '' : String(listed['code'] ?? ''),
      ...(isInside && { question: question.address }),
      isScored: isInside && question.isScored,
    };
  }
}
