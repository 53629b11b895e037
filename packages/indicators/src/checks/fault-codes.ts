/** What a code of fault is about, and what it says. */
export interface FaultCode {
  readonly about: FaultGroup;
  /** An error keeps the version from being published; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly says: string;
}

export type FaultGroup = 'shape' | 'references' | 'conditions' | 'points' | 'asking' | 'access' | 'texts';

const error = (about: FaultGroup, says: string): FaultCode => ({ about, severity: 'error', says });
const warning = (about: FaultGroup, says: string): FaultCode => ({ about, severity: 'warning', says });

/** Every kind of fault that a questionnaire and its texts can have. */
export const FAULT_CODES = {
  tooLarge: error('shape', 'The document holds more values than are read.'),
  tooDeep: error('shape', 'The document is nested too deep.'),
  conditionTooDeep: error('shape', 'A condition or formula is nested deeper than 32 levels.'),
  conditionTooLarge: error('shape', 'A condition or formula has more than 500 parts.'),
  moreFaults: error(
    'shape',
    'There are more faults than are listed; a warning where only warnings were left out.',
  ),
  missing: error('shape', 'A key that must be there is not.'),
  wrongType: error('shape', 'A value is of the wrong type.'),
  unknownKey: error('shape', 'A key is not known where it stands.'),
  tooFew: error('shape', 'A list has too few entries.'),
  tooMany: error('shape', 'A list has too many entries.'),
  badValue: error('shape', 'A value is not allowed.'),

  duplicateId: error('references', 'Two parts have the same id.'),
  duplicateCode: error('references', 'Two parts that are told apart by their codes have the same one.'),
  reservedId: error('references', 'An id is a word that means something else.'),
  unknownIndicator: error('references', 'A question feeds an indicator that is not there.'),
  unknownMember: error('references', 'A mean has a member that is not there.'),
  duplicateMember: error('references', 'A mean has the same member twice.'),
  unknownQuestion: error('references', 'A question is named that is not there.'),
  unknownOption: error('references', 'A condition looks for an option that the question does not have.'),
  unknownRow: error('references', 'A condition looks at a row that the matrix does not have.'),
  unknownTerm: error('references', 'The glossary refers to a word that is not in it.'),
  outOfReach: error(
    'references',
    'A question of a repeated set is looked at from outside, where it has no one answer.',
  ),
  notASet: error('references', 'What is named as a repeated set is none.'),

  formulaMisfit: error(
    'conditions',
    'A formula takes a number from a question whose answers stand for none.',
  ),
  conditionMisfit: error(
    'conditions',
    'A condition looks at a question in a way that does not fit its kind.',
  ),
  conditionCircular: error('conditions', 'Conditions and formulas look at each other in a circle.'),
  conditionImpossible: error(
    'conditions',
    'A condition, or a part of it, can never hold, whatever is answered.',
  ),
  conditionAlways: warning('conditions', 'A condition, or a part of it, always holds, whatever is answered.'),
  conditionUndecided: warning(
    'conditions',
    'Whether a condition can hold and can fail to was not decided within the limit of steps.',
  ),

  rangeEmpty: error('points', 'The least allowed number is above the largest.'),
  bandsNotRising: error('points', 'Bands are not in rising order.'),
  bandsStart: error('points', 'The first band does not start where the answers do.'),
  bandOutOfRange: error('points', 'No answer reaches a band.'),
  bandTooFine: error('points', 'A band starts between two answers.'),
  bandsAndCurve: error('points', 'A figure has both bands and a curve.'),
  curveNotRising: error('points', 'The points of a curve are not in rising order.'),
  curveOutOfRange: error('points', 'A point of a curve lies where no answer is.'),
  resultUnreached: warning('points', 'No result of the formula comes to a band, or to a stretch of a curve.'),
  countsImpossible: error('points', 'So many cannot be chosen, ranked, given or listed.'),
  countsWithoutPlaces: error('points', 'An option of a ranking counts, but no place is worth points.'),
  pointsUnreachable: error('points', 'No answer reaches these points.'),
  capWithoutEffect: error('points', 'A cap is above all that can be reached.'),
  capZero: error('points', 'A cap of 0 leaves nothing to reach.'),
  exclusiveMisplaced: error('points', 'An option excludes others where only one can be chosen anyway.'),
  allExclusive: error('points', 'All options exclude each other.'),
  exclusiveBest: warning('points', '“None of these” is worth at least as much as everything else.'),
  pointsWithoutIndicator: error('points', 'A question has points but feeds no indicator.'),
  weightWithoutIndicator: error('points', 'A question has a weight but feeds no indicator.'),
  weightZero: error('points', 'A scored question has the weight 0.'),
  neverScored: error('points', 'A kind of question that is never scored feeds an indicator.'),
  nothingAttainable: error('points', 'A scored question has no answer that is worth a point.'),
  indicatorWithoutQuestions: error('points', 'No scored question feeds an indicator.'),
  indicatorUnused: warning('points', 'An indicator counts in no composite and no index.'),
  compositeCircular: error('points', 'Composites are members of each other in a circle.'),
  weightsOff: error('points', 'Weights do not add up to what they are meant to.'),
  sumTooLarge: error('points', 'Points of an indicator add up to more than can be counted exactly.'),

  nobodyAnswers: error('asking', 'Something is asked of whoever answers a computed question: nobody does.'),
  evidenceMisplaced: error(
    'asking',
    'Evidence is asked for where there is nothing to support, or in a way that says nothing.',
  ),
  qualityMisplaced: error('asking', 'Data quality is asked of something that is no figure.'),

  titleWithoutWords: error(
    'access',
    'A title has no letter and no digit: a screen reader has nothing to say.',
  ),
  titlesAlike: warning(
    'access',
    'Two things side by side have the same title: heard, they cannot be told apart.',
  ),
  titleTooLong: warning('access', 'A title is so long that hearing it again at every choice tires.'),
  choicesTooMany: warning('access', 'There are more choices than can be stepped through by keyboard.'),
  matrixTooWide: warning('access', 'A matrix has more columns than fit on a phone, or enlarged four times.'),
  rankingTooLong: warning('access', 'A ranking has more to be put in order than can be kept in mind.'),

  missingTitle: error('texts', 'Something has no title, a validation no message, in the source language.'),
  missingMeaning: error('texts', 'A word of the glossary has no meaning in the source language.'),
  unknownText: error('texts', 'A text belongs to nothing in the version.'),
  languageMismatch: error('texts', 'A document of texts is in another language than it should be.'),
  duplicateTranslation: error('texts', 'There are two translations into one language.'),
  missingTranslation: warning(
    'texts',
    'A text is not translated; in a draft, an error for what scores depend on.',
  ),
  staleTranslation: error(
    'texts',
    'In a draft: a text was translated from another source text than there is now.',
  ),
} as const satisfies Readonly<Record<string, FaultCode>>;
