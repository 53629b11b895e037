import {
  completeness,
  type Answers,
  type CompiledQuestionnaire,
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
import { sameAnswer } from '../assessments/same-answer.js';

/** One scored area as it is kept: its score, how far the city has come, and what an expert has looked at. */
export interface IndicatorNumbers extends Pick<
  IndicatorScore,
  'id' | 'code' | 'score' | 'numerator' | 'denominator'
> {
  readonly interval?: Interval;
  /** Of the city's answers, whatever the basis of the score. */
  readonly progress: PartProgress;
  /** Its questions that are asked and have a valid answer of the city. */
  readonly answered: readonly Id[];
  /** How many of those an expert has judged, and how many of those findings differ from the claim. */
  readonly judged: number;
  readonly disputed: number;
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
  /** The first reader's standing findings: one per question, withdrawn ones left out. */
  readonly standing: readonly FindingInput[];
  /** On the basis `claimed`. */
  readonly claimed: Scorecard;
  /** On the basis that is stored; the same as `claimed` for that basis. */
  readonly scorecard: Scorecard;
}

/** The numbers of a scorecard; depends on nothing but the arguments. */
export function numbersOf({
  compiled,
  claims,
  standing,
  claimed,
  scorecard,
}: NumbersInput): ScorecardNumbers {
  const progress = completeness(compiled, claims);
  const byIndicator = new Map(progress.indicators.map((part) => [part.id, part]));
  const judged = new Map(standing.map((finding) => [finding.question, finding.answer]));
  return {
    total: progress.total,
    indicators: scorecard.indicators.flatMap((indicator) => {
      const part = byIndicator.get(indicator.id);
      if (!part) return [];
      const answered = answeredIn(indicator.id, claimed);
      const looked = answered.filter((id) => judged.has(id));
      return {
        id: indicator.id,
        code: indicator.code,
        score: indicator.score,
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        ...(indicator.interval && { interval: indicator.interval }),
        progress: part,
        answered,
        judged: looked.length,
        disputed: looked.filter((id) => !sameAnswer(judged.get(id), claims[id])).length,
      };
    }),
    composites: scorecard.composites.map(meanNumbers),
    indices: scorecard.indices.map(meanNumbers),
  };
}

/** The questions of an indicator that count with a valid answer of the city. */
function answeredIn(indicator: Id, claimed: Scorecard): readonly Id[] {
  return claimed.questions
    .filter((question) => question.indicator === indicator && question.score.kind === 'scored')
    .map((question) => question.id);
}

function meanNumbers({ id, code, score, interval }: MeanScore): MeanNumbers {
  return { id, code, score, ...(interval && { interval }) };
}
