import type * as z from 'zod';
import { checkConstructs } from './check-access.js';
import { checkAreas } from './check-areas.js';
import { checkAsking } from './check-asking.js';
import { checkConditions } from './check-conditions.js';
import { checkGlossary } from './check-glossary.js';
import { checkIdentity } from './check-identity.js';
import { checkPoints } from './check-points.js';
import { checkReach } from './check-reach.js';
import { checkSourceTexts, checkTranslation } from './check-texts.js';
import { checkValidations } from './check-validations.js';
import { checkDocumentLimits } from './document-limits.js';
import { withoutNamedSchema } from './named-schema.js';
import { FaultList, limitFaults } from './fault-list.js';
import { valueAt } from '../definition/json-pointer.js';
import { partsOf, placedQuestions } from '../definition/parts.js';
import type { QuestionnaireFault } from './questionnaire-fault.js';
import { Language, Questionnaire } from '../definition/questionnaire.js';
import { reportShapeFaults } from './shape-faults.js';
import { SourceTexts, TranslatedTexts } from '../definition/texts.js';

/** The outcome of checking: the parsed documents, or every fault that was found. */
export type QuestionnaireCheck =
  | {
      readonly ok: true;
      readonly questionnaire: Questionnaire;
      readonly source: SourceTexts;
      readonly translations: readonly TranslatedTexts[];
      readonly warnings: readonly QuestionnaireFault[];
    }
  /** Errors first, then warnings; at least one error. */
  | { readonly ok: false; readonly faults: readonly QuestionnaireFault[] };

/**
 * Checks a questionnaire with its texts as they come from a file, an upload or the editor: whatever JSON it is, the
 * answer comes in time linear in its size (what conditions can come to is followed within a limit). The shape is checked first; what the parts say about each other, only of
 * documents of the right shape. Whether a translation is stale is not a fault: see `staleTranslations`.
 *
 * @param input        the questionnaire
 * @param source       its texts in the source language
 * @param translations its texts in other languages, any number
 */
export function checkQuestionnaire(
  input: unknown,
  source: unknown,
  translations: readonly unknown[] = [],
): QuestionnaireCheck {
  const faults = new FaultList({ document: 'questionnaire' });
  const sourceFaults = new FaultList({ document: 'texts' });
  const questionnaire = read(Questionnaire, input, faults);
  const sourceTexts = read(SourceTexts, source, sourceFaults);
  const parts = questionnaire ? partsOf(questionnaire) : [];
  if (questionnaire) {
    const questions = placedQuestions(questionnaire);
    checkIdentity(parts, faults);
    checkConditions(questions, faults);
    checkPoints(questions, faults);
    checkAsking(questions, faults);
    checkConstructs(questions, faults);
    checkValidations(questionnaire.validations ?? [], questions, faults);
    // What can come true is only told of what is sound.
    if (!faults.hasErrors) checkReach(questions, questionnaire.validations ?? [], faults);
    checkAreas(questionnaire, questions, faults);
    checkGlossary(questionnaire, faults);
    if (sourceTexts) checkSourceTexts(questionnaire, parts, sourceTexts, sourceFaults);
  }

  const languages = new Set<string>();
  const translated = translations.map((each) => {
    const language = Language.safeParse(valueAt(each, ['language'])).data;
    const list = new FaultList({ document: 'translation', ...(language !== undefined && { language }) });
    const texts = read(TranslatedTexts, each, list);
    if (questionnaire && sourceTexts && texts)
      checkTranslation(questionnaire, parts, sourceTexts, texts, list);
    if (texts && languages.has(texts.language))
      list.add({
        code: 'duplicateTranslation',
        path: ['language'],
        message: `There is already a translation in “${texts.language}”.`,
        mend: 'Give one document per language.',
      });
    if (texts) languages.add(texts.language);
    return { texts, faults: list.faults };
  });

  const found = [...faults.faults, ...sourceFaults.faults, ...translated.flatMap((each) => each.faults)];
  if (!questionnaire || !sourceTexts || found.some((fault) => fault.severity === 'error'))
    return { ok: false, faults: limitFaults(found) };
  return {
    ok: true,
    questionnaire,
    source: sourceTexts,
    translations: translated.flatMap((each) => each.texts ?? []),
    warnings: limitFaults(found),
  };
}

/** Parses a document, if it is safe to; undefined when it has faults, which are then in the list. */
function read<Document>(
  schema: z.ZodType<Document>,
  document: unknown,
  faults: FaultList,
): Document | undefined {
  if (!checkDocumentLimits(document, faults)) return undefined;
  const parsed = schema.safeParse(withoutNamedSchema(document));
  if (parsed.success) return parsed.data;
  reportShapeFaults(document, parsed.error, faults);
  return undefined;
}
