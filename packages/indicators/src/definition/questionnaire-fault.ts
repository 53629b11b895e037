import * as z from 'zod';
import { Language } from './questionnaire.js';

/** Every kind of fault a questionnaire can have; screens translate the code, files and terminals show the message. */
export const QuestionnaireFaultCode = z
  .enum([
    // The shape of the document.
    'tooLarge',
    'tooDeep',
    'conditionTooDeep',
    'conditionTooLarge',
    'moreFaults',
    'missing',
    'wrongType',
    'unknownKey',
    'tooFew',
    'tooMany',
    'badValue',
    // Identity and references.
    'duplicateId',
    'duplicateCode',
    'reservedId',
    'unknownIndicator',
    'unknownMember',
    'duplicateMember',
    'unknownQuestion',
    'unknownOption',
    'unknownRow',
    'unknownTerm',
    'outOfReach',
    'notASet',
    // Conditions and formulas.
    'formulaMisfit',
    'conditionMisfit',
    'conditionCircular',
    'conditionImpossible',
    // Points, weights, means.
    'rangeEmpty',
    'bandsNotRising',
    'bandsStart',
    'bandOutOfRange',
    'bandTooFine',
    'bandsAndCurve',
    'curveNotRising',
    'curveOutOfRange',
    'countsImpossible',
    'countsWithoutPlaces',
    'pointsUnreachable',
    'capWithoutEffect',
    'capZero',
    'exclusiveMisplaced',
    'allExclusive',
    'exclusiveBest',
    'pointsWithoutIndicator',
    'weightWithoutIndicator',
    'weightZero',
    'neverScored',
    'nothingAttainable',
    'indicatorWithoutQuestions',
    'indicatorUnused',
    'compositeCircular',
    'weightsOff',
    'sumTooLarge',
    // Asking.
    'nobodyAnswers',
    'evidenceMisplaced',
    'qualityMisplaced',
    // Texts.
    'missingTitle',
    'missingMeaning',
    'unknownText',
    'languageMismatch',
    'duplicateTranslation',
    'missingTranslation',
    'staleTranslation',
  ])
  .meta({ id: 'QuestionnaireFaultCode' });
export type QuestionnaireFaultCode = z.infer<typeof QuestionnaireFaultCode>;

/** One thing wrong with a questionnaire or its texts, where it stands, and how to mend it. */
export const QuestionnaireFault = z
  .strictObject({
    document: z.enum(['questionnaire', 'texts', 'translation']),
    /** Which translation, when `document` is `translation` and it says its language. */
    language: Language.optional(),
    code: QuestionnaireFaultCode,
    /** Where in that document: an RFC 6901 JSON pointer; empty for the whole document. */
    pointer: z.string(),
    /** What is wrong and how to mend it, each one English sentence for the author. */
    message: z.string(),
    mend: z.string(),
    /** An error keeps the version from being published; a warning does not. */
    severity: z.enum(['error', 'warning']),
  })
  .meta({ id: 'QuestionnaireFault' });
export type QuestionnaireFault = z.infer<typeof QuestionnaireFault>;
