import * as z from 'zod';
import { QUESTIONNAIRE_WORD } from '../checks/check-identity.js';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { QuestionnaireFault } from '../checks/questionnaire-fault.js';
import { warningWord, type WarningKey } from './draft-content.js';
import { contentOf, type DraftDocument } from './draft-document.js';
import { faultPlace } from './fault-place.js';
import { PartAddress } from './part-address.js';
import { isOpenTranslation, translationEntries } from './translation-state.js';

/** One thing that the checks say about a draft, at the part it is about, so that an editor can lead there. */
export const DraftFault = z
  .strictObject({
    code: QuestionnaireFault.shape.code,
    severity: QuestionnaireFault.shape.severity,
    part: PartAddress,
    /** A field of the part, `text/<field>` or `translation/<language>/<field>`; absent: the part as a whole. */
    field: z.string().optional(),
    language: QuestionnaireFault.shape.language,
    /** What is wrong and how to mend it, each one English sentence for the author. */
    message: z.string(),
    mend: z.string(),
    /** For a warning that an author lets stand: why. */
    accepted: z.string().optional(),
  })
  .meta({ id: 'DraftFault' });
export type DraftFault = z.infer<typeof DraftFault>;

/**
 * Checks a draft as it would be published: all that `checkQuestionnaire` says, and what is not translated. A scored
 * text that is missing or stale in a declared language is an error; the others make one warning for each language.
 *
 * @param sha256 the digest of a text in lower-case hex
 * @returns errors first
 */
export function checkDraft(document: DraftDocument, sha256: (text: string) => string): readonly DraftFault[] {
  const content = contentOf(document);
  const check = checkQuestionnaire(content.questionnaire, content.source, content.translations);
  const own = (check.ok ? check.warnings : check.faults)
    .filter(({ code }) => code !== 'missingTranslation')
    .map(({ code, severity, language, message, mend, ...place }): DraftFault => {
      const { part, field } = faultPlace(document, { ...place, language });
      return {
        ...{ code, severity, part, message, mend },
        ...(field !== '' && { field }),
        ...(language !== undefined && { language }),
      };
    });
  const faults = [...own, ...translationFaults(document, sha256)];
  const reasons = new Map(document.accepted.map((each) => [warningWord(each), each.reason]));
  const withReasons = faults.map((fault) => {
    const reason = fault.severity === 'warning' ? reasons.get(warningWord(warningKeyOf(fault))) : undefined;
    return reason === undefined ? fault : { ...fault, accepted: reason };
  });
  const errors = withReasons.filter(({ severity }) => severity === 'error');
  return [...errors, ...withReasons.filter(({ severity }) => severity !== 'error')];
}

/** What keeps a draft from being published: errors, and warnings that nobody has accepted. */
export function blockingFaults(faults: readonly DraftFault[]): readonly DraftFault[] {
  return faults.filter(({ severity, accepted }) => severity === 'error' || accepted === undefined);
}

/** By what a warning is accepted. */
export function warningKeyOf({ code, part, field, language }: DraftFault): WarningKey {
  return {
    ...{ code, part },
    ...(field !== undefined && { field }),
    ...(language !== undefined && { language }),
  };
}

function translationFaults(document: DraftDocument, sha256: (text: string) => string): readonly DraftFault[] {
  return document.languages.flatMap((language) => {
    const open = translationEntries(document, language, sha256).filter(({ state }) =>
      isOpenTranslation(state),
    );
    const scored = open
      .filter(({ isScored }) => isScored)
      .map(({ part, field, state }): DraftFault => {
        const isStale = state === 'stale';
        return {
          code: isStale ? 'staleTranslation' : 'missingTranslation',
          severity: 'error',
          ...{ part, field: `translation/${language}/${field}`, language },
          message: isStale
            ? 'The source text was changed after this was translated.'
            : 'This is not translated, and it decides what is answered for points.',
          mend: isStale ? 'Translate it again, or confirm that it still says the same.' : 'Translate it.',
        };
      });
    const others = open.length - scored.length;
    if (others === 0) return scored;
    return [
      ...scored,
      {
        ...{ code: 'missingTranslation', severity: 'warning', part: QUESTIONNAIRE_WORD, language },
        field: `translation/${language}`,
        message: `${others === 1 ? '1 text that is not scored is' : `${String(others)} texts that are not scored are`} missing or stale in “${language}”.`,
        mend: 'Translate them; until then readers get the source text, labelled as such.',
      },
    ];
  });
}
