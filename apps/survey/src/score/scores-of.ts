import {
  scoreAssessment,
  type Answers,
  type CompiledQuestionnaire,
  type ScoreOptions,
} from '@kilim/indicators';
import { toShow, type Scores } from './area-score.js';

/** Works out the scores of all indices and indicators. */
export function scoresOf(compiled: CompiledQuestionnaire, answers: Answers, options: ScoreOptions): Scores {
  const { indices, indicators } = scoreAssessment(compiled, answers, options);
  return [...indices, ...indicators].map(toShow);
}
