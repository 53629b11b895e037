import {
  explainScore,
  type IndicatorExplanation,
  type MeanExplanation,
  type QuestionExplanation,
  type Scorecard,
} from '@kilim/indicators';

/** One step from an index down to an answer. */
export type WhyStep = MeanExplanation | IndicatorExplanation | QuestionExplanation;

/**
 * Why something scores what it scores: the steps that lead to it, from its index down, each with its arithmetic.
 * An area that stands in several means is explained through the first: a composite before an index, the core before
 * the extended index.
 *
 * @returns empty when the scorecard has nothing with that id
 */
export function whySteps(scorecard: Scorecard, id: string): readonly WhyStep[] {
  const steps: WhyStep[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parentOf(scorecard, at)) {
    seen.add(at);
    const step = explainScore(scorecard, at);
    if (step === undefined) return [];
    steps.unshift(step);
  }
  return steps;
}

/** The id, or of a question the address, of what a step explains. */
export function stepId(step: WhyStep): string {
  switch (step.kind) {
    case 'mean':
      return step.mean.id;
    case 'indicator':
      return step.indicator.id;
    case 'question':
      return step.question.address;
  }
}

function parentOf(scorecard: Scorecard, id: string): string | undefined {
  const question = scorecard.questions.find((each) => each.address === id);
  if (question !== undefined) return question.indicator;
  const mean = [...scorecard.composites, ...scorecard.indices].find(({ contributions }) =>
    contributions.some(({ of }) => of === id),
  );
  return mean?.id;
}
