import type { Answers } from '../answers/answer.js';
import { questionStates } from '../answers/standing.js';
import type { CompiledMean, CompiledQuestionnaire } from '../definition/compile-questionnaire.js';
import type { Id } from '../definition/identity.js';
import { indicatorBounds, meanBounds, type Possible } from './bounds.js';
import { layColumns, type ScoreOptions } from './columns.js';
import { possibleVisibility } from './possible-visibility.js';
import { scoreIndicator } from './score-indicator.js';
import { scoreMean } from './score-mean.js';
import { scoreQuestion } from './score-question.js';
import type { Score } from './score.js';
import type { MeanScore, QuestionScore, Scorecard } from './scorecard.js';

/**
 * Scores one assessment against the questionnaire version it is pinned to.
 *
 * Only visible questions count, whatever else is in the answers: a claim to a question that is not asked is kept by the
 * form and counts again, unchanged, as soon as its question is asked again, also when a finding brings that about. (Of
 * answers that are not asked now but may be, the intervals do take notice: they are part of what may come.)
 * The result depends on nothing but the arguments: no clock, no locale, no rounding; numerators and denominators are
 * exact integers; means are summed in id order.
 *
 * @param claims  raw values by question id; ids the version does not know are passed over and listed in `ignored`
 * @param options whose column counts, with the findings and agreed values it lays over the claims
 * @returns       scores in [0, 1] for every indicator, composite and index, in the order of the version
 */
export function scoreAssessment(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  options: ScoreOptions,
): Scorecard {
  const { rules } = compiled.questionnaire;
  const laid = layColumns(claims, options);
  const states = questionStates(compiled, (question) => laid.get(question)?.answer);
  const visibility = possibleVisibility(compiled, states);

  const questions = compiled.questions.flatMap((each): readonly QuestionScore[] => {
    const state = states.get(each.question.id);
    return state ? [scoreQuestion(each, state, laid.get(each.question.id), rules)] : [];
  });
  const questionScores = new Map(questions.map((question) => [question.id, question]));

  const scores = new Map<Id, Score>();
  const possible = new Map<Id, Possible>();
  const indicators = compiled.indicators.map((indicator) => {
    const bounds = indicatorBounds(indicator, states, visibility, rules);
    const scored = scoreIndicator(indicator, questionScores, bounds);
    possible.set(indicator.id, bounds);
    scores.set(indicator.id, scored.score);
    return scored;
  });
  const means = new Map<Id, MeanScore>();
  const addMean = (mean: CompiledMean): void => {
    const bounds = meanBounds(mean, possible);
    const scored = scoreMean(mean, scores, bounds);
    possible.set(mean.id, bounds);
    scores.set(mean.id, scored.score);
    means.set(mean.id, scored);
  };
  compiled.composites.forEach(addMean);
  compiled.indices.forEach(addMean);

  const inOrder = (listed: readonly { readonly id: Id }[]) => listed.flatMap(({ id }) => means.get(id) ?? []);
  return {
    basis: options.basis,
    indices: inOrder(compiled.questionnaire.indices),
    composites: inOrder(compiled.questionnaire.composites),
    indicators,
    questions,
    ignored: [...laid.keys()].filter((id) => !compiled.byId.has(id)).sort(),
  };
}
