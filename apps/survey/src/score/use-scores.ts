import type { Answers, CompiledQuestionnaire, ScoreOptions } from '@kilim/indicators';
import { useMemo } from 'react';
import type { Lacking, Scores } from './area-score.js';
import { useWorkedOut } from './use-worked-out.js';

/**
 * The scores of all indices and indicators, of the answers as they were a moment ago.
 *
 * @param options the same object as long as they are the same
 * @param first   what they are with the answers that one begins with, where that is known
 */
export function useScores(
  { questionnaire }: CompiledQuestionnaire,
  answers: Answers,
  options: ScoreOptions,
  first?: Scores,
): Scores | Lacking {
  const assignment = useMemo(
    () => ({ questionnaire, task: 'scores' as const, options, of: undefined }),
    [questionnaire, options],
  );
  return useWorkedOut(assignment, answers, { first });
}
