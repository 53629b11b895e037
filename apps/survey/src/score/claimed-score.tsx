import { isChecked } from '@kilim/contracts';
import { openBehind, type Id } from '@kilim/indicators';
import { useMemo, type ReactElement } from 'react';
import { useWork } from '../assessment/work.js';
import { scoreIn } from './area-score.js';
import { ScoreSoFar } from './score-so-far.js';

/** An index on the city's own claims, and how many answers it still waits for. */
export function ClaimedScore({ of }: Readonly<{ of: Id }>): ReactElement {
  const { assessment, version, reading } = useWork();
  const { compiled } = version;
  const open = useMemo(() => openBehind(compiled, reading.states, of).length, [compiled, reading.states, of]);
  return (
    <ScoreSoFar score={scoreIn(reading.scores, of)} open={open} isChecked={isChecked(assessment.state)} />
  );
}
