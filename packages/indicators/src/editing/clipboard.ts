import * as z from 'zod';
import { Language } from '../definition/questionnaire.js';
import { Id } from '../definition/identity.js';
import { CarriedTexts } from './change.js';
import { carriedBy } from './carried.js';
import type { DraftDocument } from './draft-document.js';
import { findPart } from './find-part.js';
import { PartList, partsWithin, type PartAddress } from './part-address.js';

/** The most parts that are copied at once. */
const MOST_PARTS = 500;

/** Parts on their way into another place, draft or version, with all that is in them and said about them. */
export const CopiedParts = z
  .strictObject({
    /** By which a program knows what it has been given. */
    kilim: z.literal('parts'),
    /** Where they were copied from. */
    from: z.strictObject({
      code: z.string().max(200),
      version: z.string().max(200),
      sourceLanguage: Language,
    }),
    /** The draft they were cut from; absent: they were copied. Pasted there again they are the same parts. */
    cutFrom: z.string().max(200).optional(),
    parts: z
      .array(
        z.strictObject({
          list: PartList,
          /** The part; of the shape that its list takes. */
          value: z.unknown(),
          texts: z.record(Id, CarriedTexts),
        }),
      )
      .min(1)
      .max(MOST_PARTS),
  })
  .meta({ id: 'CopiedParts' });
export type CopiedParts = z.infer<typeof CopiedParts>;

/**
 * Copies parts, in the order given. What lies within another copied part is copied with that one, once.
 *
 * @param cutFrom the draft that they are being taken out of; absent: they stay
 */
export function copyParts(
  document: DraftDocument,
  addresses: readonly PartAddress[],
  cutFrom?: string,
): CopiedParts {
  const { code, version, sourceLanguage } = document.questionnaire;
  const found = [...new Set(addresses)].flatMap((address) => {
    const part = findPart(document.questionnaire, address);
    return part
      ? [{ address, part, inside: [...partsWithin(address, part.part)].map((each) => each.address) }]
      : [];
  });
  const outermost = found.filter(
    ({ address }) => !found.some((other) => other.address !== address && other.inside.includes(address)),
  );
  return {
    kilim: 'parts',
    from: { code, version, sourceLanguage },
    ...(cutFrom !== undefined && { cutFrom }),
    parts: outermost.map(({ part, inside }) => ({
      list: (part.steps.at(-1) ?? part.steps[0]).list,
      value: part.part,
      texts: carriedBy(document, inside).texts,
    })),
  };
}
