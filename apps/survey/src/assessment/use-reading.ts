import type { Answers } from '@kilim/indicators';
import { useMemo } from 'react';
import { CLAIMED, type Scores } from '../score/area-score.js';
import { useScores } from '../score/use-scores.js';
import { RunningReading } from './reading.js';
import type { ReadyVersion, Reading } from './work.js';

/**
 * What follows from the answers, kept up to date at the cost of those that change.
 *
 * @param first the scores that the page came with
 */
export function useReading(version: ReadyVersion, answers: Answers, first: Scores | undefined): Reading {
  const running = useMemo(() => new RunningReading(version.compiled), [version]);
  const read = useMemo(() => running.read(answers), [running, answers]);
  const scores = useScores(version.compiled, answers, CLAIMED, first);
  return useMemo(() => ({ ...read, scores }), [read, scores]);
}
