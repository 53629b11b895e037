import {
  answeredByIndicator,
  answersIn,
  completeness,
  countFindings,
  questionStates,
  type Address,
  type Answers,
  type CompiledQuestionnaire,
  type FindingCounts,
  type FindingInput,
  type Id,
  type IndicatorScore,
  type Interval,
  type MeanScore,
  type PartProgress,
  type Progress,
  type Score,
  type Scorecard,
} from '@kilim/indicators';

/** One scored area as it is kept: its score, how far the city has come, and what an expert has looked at. */
export interface IndicatorNumbers
  extends Pick<IndicatorScore, 'id' | 'code' | 'score' | 'numerator' | 'denominator'>, FindingCounts {
  readonly interval?: Interval;
  /** Of the city's answers, whatever the basis of the score. */
  readonly progress: PartProgress;
  /** The addresses of its questions that are asked and have a valid answer of the city. */
  readonly answered: readonly Address[];
}

/** A composite or index as it is kept. */
export interface MeanNumbers {
  readonly id: Id;
  readonly code: string;
  readonly score: Score;
  readonly interval?: Interval;
}

/** What is stored of a scorecard: all that an overview shows. The trace is recomputed when asked for (decision 8). */
export interface ScorecardNumbers {
  /** Of the city's answers, whatever the basis of the scores. */
  readonly total: Progress;
  readonly indicators: readonly IndicatorNumbers[];
  readonly composites: readonly MeanNumbers[];
  readonly indices: readonly MeanNumbers[];
}

/** What scores and progress are worked out from. */
export interface NumbersInput {
  readonly compiled: CompiledQuestionnaire;
  readonly claims: Answers;
  /** All of them, in any order. */
  readonly findings: readonly FindingInput[];
  /** On the basis that is stored. */
  readonly scorecard: Scorecard;
}

/** The numbers of a scorecard; depends on nothing but the arguments. */
export function numbersOf({ compiled, claims, findings, scorecard }: NumbersInput): ScorecardNumbers {
  const progress = completeness(compiled, claims);
  const states = questionStates(compiled, answersIn(claims));
  const answered = answeredByIndicator(states);
  const counts = countFindings(compiled, claims, states, findings);
  const byIndicator = new Map(progress.indicators.map((part) => [part.id, part]));
  return {
    total: progress.total,
    indicators: scorecard.indicators.flatMap((indicator) => {
      const [part, found] = [byIndicator.get(indicator.id), counts.get(indicator.id)];
      if (!part || !found) return [];
      return {
        id: indicator.id,
        code: indicator.code,
        score: indicator.score,
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        ...(indicator.interval && { interval: indicator.interval }),
        progress: part,
        answered: (answered.get(indicator.id) ?? []).map(({ address }) => address),
        ...found,
      };
    }),
    composites: scorecard.composites.map(meanNumbers),
    indices: scorecard.indices.map(meanNumbers),
  };
}

function meanNumbers({ id, code, score, interval }: MeanScore): MeanNumbers {
  return { id, code, score, ...(interval && { interval }) };
}
