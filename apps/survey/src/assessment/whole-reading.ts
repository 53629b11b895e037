import type { Answers, CompiledQuestionnaire } from '@kilim/indicators';
import { CLAIMED } from '../score/area-score.js';
import { scoresOf } from '../score/scores-of.js';
import { RunningReading } from './reading.js';
import type { Reading } from './work.js';

/** What follows from answers, scores included: whoever asks waits for them. */
export function wholeReading(compiled: CompiledQuestionnaire, answers: Answers): Reading {
  return { ...new RunningReading(compiled).read(answers), scores: scoresOf(compiled, answers, CLAIMED) };
}
