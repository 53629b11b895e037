import type { Scorecard } from '@kilim/indicators';
import { useMemo } from 'react';
import { useWork } from '../assessment/work.js';
import { CLAIMED, type Lacking } from './area-score.js';
import { useWorkedOut } from './use-worked-out.js';

/** The scores on the city's own claims with everything that they are made of. */
export function useScorecard(): Scorecard | Lacking {
  const { version, reading } = useWork();
  const { questionnaire } = version.compiled;
  const assignment = useMemo(
    () => ({ questionnaire, task: 'scorecard' as const, options: CLAIMED, of: undefined }),
    [questionnaire],
  );
  return useWorkedOut(assignment, reading.answers);
}
