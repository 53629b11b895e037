import type { Influence } from '@kilim/indicators';
import { useMemo } from 'react';
import { useWork } from '../assessment/work.js';
import { CLAIMED } from './area-score.js';
import { useWorkedOut } from './use-worked-out.js';

/** Asked once nothing has changed for so long. */
const REST_MS = 400;

/**
 * Which open answers raise the first index most, those that raise it most first; undefined until it is worked out, and
 * where it can't be, empty when none can.
 */
export function useInfluences(): readonly Influence[] | undefined {
  const { version, reading } = useWork();
  const { questionnaire, indices } = version.compiled;
  const of = indices[0]?.id;
  const assignment = useMemo(
    () => ({ questionnaire, task: 'influences' as const, options: CLAIMED, of }),
    [questionnaire, of],
  );
  const known = useWorkedOut(assignment, reading.answers, { restMs: REST_MS });
  return useMemo(() => {
    // Then nothing is said of it.
    if (known === 'coming' || known === 'failed') return undefined;
    return known.filter(({ raises }) => raises > 0).sort((one, other) => other.raises - one.raises);
  }, [known]);
}
