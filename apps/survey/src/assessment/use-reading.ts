import type { Answers } from '@kilim/indicators';
import { useMemo } from 'react';
import { useScores } from '../score/use-scores.js';
import { RunningReading } from './reading.js';
import type { ReadyVersion, Reading } from './work.js';

/** What follows from the answers, kept up to date at the cost of those that change. */
export function useReading(version: ReadyVersion, answers: Answers): Reading {
  const running = useMemo(() => new RunningReading(version.compiled), [version]);
  const read = useMemo(() => running.read(answers), [running, answers]);
  const scorecard = useScores(version, answers);
  return useMemo(() => ({ ...read, scorecard }), [read, scorecard]);
}
