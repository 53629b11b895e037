import { findingInput, type Finding } from '@kilim/contracts';
import {
  scoreAssessment,
  type Answer,
  type Answers,
  type CompiledQuestionnaire,
  type FindingInput,
  type Id,
  type IndicatorScore,
  type MeanScore,
  type Place,
  type Scorecard,
} from '@kilim/indicators';

/** What would be found if this were recorded too. Nothing is sent anywhere. */
export function scoreWith(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  findings: readonly Finding[],
  place: Place,
  answer: Answer,
): Scorecard {
  const sequence = Math.max(0, ...findings.map((each) => each.sequence)) + 1;
  const imagined: FindingInput = { id: 'imagined', ...place, reader: 'first', sequence, answer };
  return scoreAssessment(compiled, claims, {
    basis: 'found',
    findings: [...findings.map(findingInput), imagined],
  });
}

/** One line of the preview: the same part on three scorecards. */
export interface EffectLine {
  readonly id: Id;
  readonly claimed: IndicatorScore | MeanScore;
  readonly found: IndicatorScore | MeanScore;
  readonly withThis?: IndicatorScore | MeanScore;
}

/** The indicator of a question and the index it feeds, on three scorecards. */
export function effectLines(
  ids: readonly Id[],
  claimed: Scorecard,
  found: Scorecard,
  withThis: Scorecard | undefined,
): readonly EffectLine[] {
  return ids.flatMap((id) => {
    const [before, now, then] = [partOf(claimed, id), partOf(found, id), withThis && partOf(withThis, id)];
    if (before === undefined || now === undefined) return [];
    return [{ id, claimed: before, found: now, ...(then !== undefined && { withThis: then }) }];
  });
}

function partOf(scorecard: Scorecard, id: Id): IndicatorScore | MeanScore | undefined {
  return [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices].find(
    (part) => part.id === id,
  );
}
