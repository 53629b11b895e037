import * as z from 'zod';
import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { checkDocumentLimits } from '../checks/document-limits.js';
import { FaultList, limitFaults } from '../checks/fault-list.js';
import type { QuestionnaireFault } from '../checks/questionnaire-fault.js';
import { withoutNamedSchema } from '../checks/named-schema.js';
import { reportShapeFaults } from '../checks/shape-faults.js';
import { DraftContent, WritableQuestionnaire } from './draft-content.js';
import { isAddress, partsWithin } from './part-address.js';

/** What a draft that comes from outside may hold. */
const WritableContent = z.strictObject({ ...DraftContent.shape, questionnaire: WritableQuestionnaire });

/** What could be made of a draft that came from outside. */
export type ReadDraft =
  | { readonly ok: true; readonly content: DraftContent }
  /** What keeps it from being opened; pointers are into the whole content. */
  | { readonly ok: false; readonly faults: readonly QuestionnaireFault[] };

/**
 * Reads a draft from any JSON: a file, a request. It opens when an editor can work with it, however unfinished it is:
 * the shape of everything is known, and every part has an id of its own. Time linear in its size.
 */
export function readDraftContent(input: unknown): ReadDraft {
  const faults = new FaultList({ document: 'questionnaire' });
  if (!checkDocumentLimits(input, faults)) return { ok: false, faults: limitFaults(faults.faults) };
  const parsed = WritableContent.safeParse(withoutNamedSchemas(input));
  if (!parsed.success) {
    reportShapeFaults(input, parsed.error, faults);
    return { ok: false, faults: limitFaults(faults.faults) };
  }
  const { questionnaire, source, translations } = parsed.data;
  checkIds(questionnaire, faults);
  const languages = [source.language, ...translations.map(({ language }) => language)];
  if (source.language !== questionnaire.sourceLanguage)
    faults.add({
      code: 'languageMismatch',
      path: ['source', 'language'],
      message: `These texts are in “${source.language}”, the questionnaire's source language is “${questionnaire.sourceLanguage}”.`,
      mend: 'Give the texts in the source language, or correct one of the two.',
    });
  for (const [at, { language }] of translations.entries()) {
    if (languages.indexOf(language) === at + 1) continue;
    faults.add({
      code: 'duplicateTranslation',
      path: ['translations', at, 'language'],
      message: `There are texts in “${language}” already.`,
      mend: 'Give one document per language.',
    });
  }
  return faults.faults.length === 0
    ? { ok: true, content: parsed.data }
    : { ok: false, faults: limitFaults(faults.faults) };
}

/** A draft whose documents do not say where their schemas stand; see {@link withoutNamedSchema}. */
function withoutNamedSchemas(input: unknown): unknown {
  const whole = withoutNamedSchema(input);
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return whole;
  const { questionnaire, source, translations } = whole as Readonly<Record<string, unknown>>;
  return {
    ...whole,
    ...(questionnaire !== undefined && { questionnaire: withoutNamedSchema(questionnaire) }),
    ...(source !== undefined && { source: withoutNamedSchema(source) }),
    ...(Array.isArray(translations) && { translations: translations.map(withoutNamedSchema) }),
  };
}

/** Every part can be addressed, and each address is one part's. */
function checkIds(questionnaire: DraftContent['questionnaire'], faults: FaultList): void {
  const seen = new Set<string>();
  for (const { address } of partsWithin(QUESTIONNAIRE_WORD, questionnaire)) {
    if (seen.has(address))
      faults.add({
        code: 'duplicateId',
        path: ['questionnaire'],
        message: `The id “${address}” belongs to more than one part.`,
        mend: 'Give all but one of them an id of their own.',
      });
    else if (address !== QUESTIONNAIRE_WORD && !isAddress(address))
      faults.add({
        code: 'badValue',
        path: ['questionnaire'],
        message: `“${address.slice(0, 80)}” is no id.`,
        mend: 'An id has 3 to 40 lower-case letters, digits and dashes.',
      });
    seen.add(address);
  }
}
