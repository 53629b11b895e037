import type { Answers } from '../answers/answer.js';
import { answersIn, questionStates, type QuestionState, type QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { gather } from '../definition/gather.js';
import type { Id } from '../definition/identity.js';
import { scoreIndicator } from '../scoring/score-indicator.js';
import { scoreMean } from '../scoring/score-mean.js';
import { scoreQuestion } from '../scoring/score-question.js';
import type { Score } from '../scoring/score.js';

/** The score of every indicator, composite and index by id, as `scoreAssessment` gives it, without traces and intervals. */
export function areaScores(compiled: CompiledQuestionnaire, answers: Answers): ReadonlyMap<Id, Score> {
  return scoresOfStates(compiled, questionStates(compiled, answersIn(answers)), (state) => state);
}

/**
 * The scores of the areas of a version from questions as they stand, perhaps in another version.
 *
 * @param counted a question as it is to count, in which indicator and with which weight; undefined: not at all
 */
export function scoresOfStates(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
  counted: (state: QuestionState) => QuestionState | undefined,
): ReadonlyMap<Id, Score> {
  const asked = [...states.values()]
    .filter(({ compiled: { set } }) => set === undefined || states.get(set.id)?.isVisible === true)
    .flatMap((state) => counted(state) ?? [])
    .filter(({ compiled: { scoring } }) => scoring !== undefined);
  const byIndicator = gather(asked, ({ compiled: { scoring } }) => scoring?.indicator ?? '');
  const scores = new Map<Id, Score>();
  for (const indicator of compiled.indicators) {
    const own = byIndicator.get(indicator.id) ?? [];
    const questions = own.map((state) => scoreQuestion(state, undefined, indicator.rules, {}));
    scores.set(indicator.id, scoreIndicator(indicator, questions).score);
  }
  for (const mean of [...compiled.composites, ...compiled.indices])
    scores.set(mean.id, scoreMean(mean, scores).score);
  return scores;
}
