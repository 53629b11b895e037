import type { Questionnaire } from '../definition/questionnaire.js';
import type { SourceTexts, TranslatedTexts } from '../definition/texts.js';

/** A version with all that is said in it: what two of which are compared. A draft's content is one, too. */
export interface VersionDocuments {
  readonly questionnaire: Questionnaire;
  readonly source: SourceTexts;
  readonly translations: readonly TranslatedTexts[];
}
