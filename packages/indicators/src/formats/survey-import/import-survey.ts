import { QUESTIONNAIRE_WORD } from '../../checks/check-identity.js';
import { checkDocumentLimits } from '../../checks/document-limits.js';
import { FaultList, limitFaults } from '../../checks/fault-list.js';
import type { Id } from '../../definition/identity.js';
import { partsOf } from '../../definition/parts.js';
import type { QuestionnaireFault } from '../../checks/questionnaire-fault.js';
import type { Questionnaire } from '../../definition/questionnaire.js';
import type { DraftContent } from '../../editing/draft-content.js';
import { readDraftContent } from '../../editing/read-draft-content.js';
import { LossList, type ImportLoss } from '../losses.js';
import { draftTexts } from './draft-texts.js';
import { Fields } from './fields.js';
import { OwnPart } from './own-part.js';
import { readForeign, type Foreign } from './read-foreign.js';

/** What could be made of a SurveyJS document, or what keeps it from being read at all (pointers into the document). */
export type SurveyImport =
  | { readonly ok: true; readonly content: DraftContent; readonly losses: readonly ImportLoss[] }
  | { readonly ok: false; readonly faults: readonly QuestionnaireFault[] };

/**
 * Makes a draft of a SurveyJS document (survey-core 2.5). One that was exported from here and not changed since comes
 * back as it was; what was changed elsewhere is taken from the document, and everything of ours that SurveyJS has no
 * place for from its `kilim` property. Any other becomes a draft whose questions are not scored yet.
 *
 * Whatever is not carried over is listed with its place. Nothing in the document is run, fetched or shown; any JSON may
 * be given. SurveyJS's conditions also look at the answers of hidden questions; here those count as unanswered.
 *
 * @param newId makes an id for each part that has none of ours
 */
export function importSurveyJson(json: unknown, newId: () => Id): SurveyImport {
  const faults = new FaultList({ document: 'questionnaire' });
  if (!checkDocumentLimits(json, faults)) return { ok: false, faults: limitFaults(faults.faults) };
  const losses = new LossList();
  const document = Fields.of(json, [], losses);
  if (!document) {
    const message = 'A SurveyJS document is an object.';
    faults.add({ code: 'wrongType', path: [], message, mend: 'Give the JSON of a survey.' });
    return { ok: false, faults: faults.faults };
  }
  const own = OwnPart.take(document, json, losses);
  if (own?.isUnchanged === true) return { ok: true, content: own.content, losses: losses.losses };
  const foreign = readForeign(document, newId, losses, own ?? NOTHING_KNOWN);
  const content = own ? own.mergedWith(foreign) : contentOf(foreign, losses);
  const read = readDraftContent(content);
  return read.ok ? { ...read, losses: own ? own.trueLosses(losses.losses) : losses.losses } : read;
}

const NOTHING_KNOWN = { ids: new Set<Id>(), unchanged: () => undefined, wrote: () => false };

/** A draft of what was read: without indicators, so nothing is scored yet. */
function contentOf(foreign: Foreign, losses: LossList): DraftContent {
  const questionnaire: Questionnaire = {
    format: 1,
    code: 'IMPORTED',
    version: '1',
    sourceLanguage: 'en',
    illustrative: false,
    sections: foreign.sections,
    indicators: [],
    composites: [],
    indices: [],
    rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
  };
  const ids = new Set([QUESTIONNAIRE_WORD, ...partsOf(questionnaire).map(({ id }) => id)]);
  const texts = foreign.texts.filter(({ id }) => ids.has(id));
  const { source, translations } = draftTexts({ ...foreign, texts }, losses);
  return {
    questionnaire: { ...questionnaire, sourceLanguage: source.language },
    source,
    translations: [...translations],
    accepted: [],
  };
}
