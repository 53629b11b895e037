import { scoreAssessment, type Answers, type CompiledQuestionnaire } from '@kilim/indicators';
import type { Scores } from './work.js';

/** The scores of all areas on the city's own claims. */
export function scoresOf(compiled: CompiledQuestionnaire, answers: Answers): Scores {
  const { indices, composites, indicators } = scoreAssessment(compiled, answers, { basis: 'claimed' });
  return { indices, composites, indicators };
}
