import type { Condition } from './condition.js';
import type { Code, Id } from './identity.js';
import type { Option } from './option.js';
import type { PointTable } from './points.js';
import type { Question, RepeatedSet } from './question.js';
import type { Questionnaire, Rules, Section } from './questionnaire.js';
import type { Validation } from './validation.js';

/** A question with all that is asked of it again and again. */
export interface CompiledQuestion {
  /** Its place in the form, from 0, through all sections. */
  readonly place: number;
  readonly question: Question;
  readonly section: Section;
  /** The repeated set it stands in: it is then asked once per instance. */
  readonly set?: RepeatedSet;
  /** When it is asked, within a set that is asked; absent: always. */
  readonly askedIf?: Condition;
  /** Its options, or the columns of a matrix, by id. */
  readonly options: ReadonlyMap<Id, Option>;
  /** What its answers are worth in its indicator; absent for a question that is never scored. */
  readonly scoring?: QuestionScoring;
  /** The questions that its condition and its formula look at, and those that look at it. */
  readonly looksAt: readonly Id[];
  readonly lookedAtBy: readonly Id[];
}

/** A question's part in its indicator, as exact integers. */
export interface QuestionScoring extends PointTable {
  readonly indicator: Id;
  /** In thousandths. */
  readonly weight: number;
}

/** A scored area with its scored questions in form order. */
export interface CompiledIndicator {
  readonly id: Id;
  readonly code: Code;
  readonly questions: readonly CompiledQuestion[];
  /** Its own rules where it has some, else the version's. */
  readonly rules: Rules;
  /** Whether one of its questions is scored along a curve, so that its sums are not exact integers. */
  readonly isInterpolated: boolean;
}

/** A weighted mean with its members sorted by id, the order in which it is summed. */
export interface CompiledMean {
  readonly id: Id;
  readonly code: Code;
  /** The share of its weights that must have a score, 0 to 1; 0: any. */
  readonly coverageToScore: number;
  readonly members: readonly { readonly of: Id; readonly code: Code; readonly weight: number }[];
}

/** A checked questionnaire made ready for answering and scoring. Never changes; one serves all assessments of its version. */
export interface CompiledQuestionnaire {
  readonly questionnaire: Questionnaire;
  /** In the order of the form, those of a repeated set directly after it. */
  readonly questions: readonly CompiledQuestion[];
  readonly byId: ReadonlyMap<Id, CompiledQuestion>;
  /** The questions of each repeated set, by the set's id. */
  readonly bySet: ReadonlyMap<Id, readonly CompiledQuestion[]>;
  /** Every question after all those that it looks at, and after its set. */
  readonly evaluationOrder: readonly CompiledQuestion[];
  readonly indicators: readonly CompiledIndicator[];
  /** Every composite after all composites among its members. */
  readonly composites: readonly CompiledMean[];
  readonly indices: readonly CompiledMean[];
  readonly validations: readonly Validation[];
}
