import type { Answers } from '../answers/answer.js';
import { answersIn, questionStates, type QuestionState } from '../answers/standing.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Id } from '../definition/identity.js';
import type { Score } from '../scoring/score.js';
import { scoresOfStates } from './area-scores.js';
import { commonCore, type CommonCore } from './common-core.js';
import type { VersionDocuments } from './version-documents.js';

/** The scores of every area of the newer version by id, from the questions of the common core alone. */
export type BridgeScores = ReadonlyMap<Id, Score>;

/** A bridge between two versions: scores that can be compared although the questionnaire has changed. */
export interface Bridge {
  readonly core: CommonCore;
  /** Of an assessment of the older version: what it asked, weighed as the newer weighs it. */
  ofBefore(answers: Answers): BridgeScores;
  /** Of an assessment of the newer version. */
  ofAfter(answers: Answers): BridgeScores;
}

/**
 * Makes a bridge between two versions without errors. Each assessment is asked what its own version asks, by its own
 * conditions; what counts are the questions of the {@link CommonCore}, with the weights, indicators, means and rules of the
 * newer version (also its thresholds of coverage, over the core). An area without any question of the core is
 * `notAsked`. Between equal versions the bridge scores are the scores.
 *
 * @param before  the older version; answers are those that count, see `countingAnswers`
 */
export function bridgeBetween(before: VersionDocuments, after: VersionDocuments): Bridge {
  const [older, newer] = [before, after].map((documents) => ({
    documents,
    compiled: compileQuestionnaire(documents.questionnaire),
  })) as [Parameters<typeof commonCore>[0], Parameters<typeof commonCore>[1]];
  const core = commonCore(older, newer);
  const ids = new Set(core.questions.map(({ question }) => question));
  const score = (asked: CompiledQuestionnaire, answers: Answers): BridgeScores => {
    const states = questionStates(asked, answersIn(answers));
    return scoresOfStates(newer.compiled, states, (state) =>
      ids.has(state.compiled.question.id) ? weighedBy(newer.compiled, state) : undefined,
    );
  };
  return {
    core,
    ofBefore: (answers) => score(older.compiled, answers),
    ofAfter: (answers) => score(newer.compiled, answers),
  };
}

/** A question as it stands, with the weight and in the indicator that a version gives it; its points are the same. */
function weighedBy({ byId }: CompiledQuestionnaire, state: QuestionState): QuestionState {
  const scoring = byId.get(state.compiled.question.id)?.scoring;
  const own = state.compiled.scoring;
  if (!scoring || !own) return state;
  const { indicator, weight } = scoring;
  return { ...state, compiled: { ...state.compiled, scoring: { ...own, indicator, weight } } };
}
