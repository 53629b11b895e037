import {
  addressOfFinding,
  completeness,
  sameAnswer,
  type Address,
  type Answers,
  type CompiledQuestionnaire,
  type FindingInput,
  type Id,
  type IndicatorScore,
  type Interval,
  type MeanScore,
  type PartProgress,
  type Progress,
  type QuestionScore,
  type Score,
  type Scorecard,
} from '@kilim/indicators';

/** One scored area as it is kept: its score, how far the city has come, and what an expert has looked at. */
export interface IndicatorNumbers extends Pick<
  IndicatorScore,
  'id' | 'code' | 'score' | 'numerator' | 'denominator'
> {
  readonly interval?: Interval;
  /** Of the city's answers, whatever the basis of the score. */
  readonly progress: PartProgress;
  /** The addresses of its questions that are asked and have a valid answer of the city. */
  readonly answered: readonly Address[];
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
  /** The first reader's standing findings: one per address, withdrawn ones left out. */
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
  const judged = new Map(standing.map((finding) => [addressOfFinding(finding), finding.answer]));
  return {
    total: progress.total,
    indicators: scorecard.indicators.flatMap((indicator) => {
      const part = byIndicator.get(indicator.id);
      if (!part) return [];
      const answered = answeredIn(indicator.id, claimed);
      const looked = answered.filter(({ address }) => judged.has(address));
      return {
        id: indicator.id,
        code: indicator.code,
        score: indicator.score,
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        ...(indicator.interval && { interval: indicator.interval }),
        progress: part,
        answered: answered.map(({ address }) => address),
        judged: looked.length,
        disputed: looked.filter(({ id, address }) => {
          const kind = compiled.byId.get(id)?.question.kind;
          return !sameAnswer(kind, judged.get(address), claims[address]);
        }).length,
      };
    }),
    composites: scorecard.composites.map(meanNumbers),
    indices: scorecard.indices.map(meanNumbers),
  };
}

/** The questions of an indicator that count with a valid answer of the city. What is calculated is nobody's answer. */
function answeredIn(indicator: Id, claimed: Scorecard): readonly QuestionScore[] {
  return claimed.questions.filter(
    (question) =>
      question.indicator === indicator && question.score.kind === 'scored' && question.column !== undefined,
  );
}

function meanNumbers({ id, code, score, interval }: MeanScore): MeanNumbers {
  return { id, code, score, ...(interval && { interval }) };
}
