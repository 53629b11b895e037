import type { Answers } from '../answers/answer.js';
import { isAskedAt } from '../answers/asked-at.js';
import { questionStates, type QuestionState, type QuestionStates } from '../answers/standing.js';
import type { CompiledQuestionnaire } from '../definition/compiled.js';
import { gather } from '../definition/gather.js';
import type { Id } from '../definition/identity.js';
import { possibleScores } from './bounds/possible-scores.js';
import { layColumns, type ScoreOptions } from './columns.js';
import { scoreIndicator } from './score-indicator.js';
import { scoreMean } from './score-mean.js';
import { calculationOf, scoreQuestion } from './score-question.js';
import type { Score } from './score.js';
import type { MeanScore, Scorecard } from './scorecard.js';

/**
 * Scores one assessment against the questionnaire version it is pinned to.
 *
 * Only visible questions count, whatever else is in the answers: a claim to a question that is not asked is kept by the
 * form and counts again, unchanged, as soon as its question is asked again, also when a finding brings that about. (Of
 * answers that are not asked now but may be, the intervals do take notice: they are part of what may come.)
 * The result depends on nothing but the arguments: no clock, no locale, no rounding; numerators and denominators are
 * exact integers (but along a curve, see `IndicatorScore.arithmetic`); means are summed in id order.
 *
 * @param claims  raw values by address; what the version does not ask at is passed over and listed in `ignored`
 * @param options whose column counts, with the findings and agreed values it lays over the claims
 * @returns       scores in [0, 1] for every indicator, composite and index, in the order of the version
 */
export function scoreAssessment(
  compiled: CompiledQuestionnaire,
  claims: Answers,
  options: ScoreOptions,
): Scorecard {
  const laid = layColumns(claims, options);
  const states = questionStates(compiled, (address) => laid.get(address)?.answer);
  const possible = possibleScores(compiled, states);

  const rulesOf = new Map(compiled.indicators.map(({ id, rules }) => [id, rules]));
  const questions = [...states.values()].filter(isListed(states)).map((state) => {
    const rules = rulesOf.get(state.compiled.question.indicator ?? '') ?? compiled.questionnaire.rules;
    return scoreQuestion(state, laid.get(state.address), rules, calculationOf(compiled, states, state));
  });
  const scored = new Set(
    compiled.questions.filter(({ scoring }) => scoring).map(({ question }) => question.id),
  );
  const byIndicator = gather(
    questions.filter(({ id }) => scored.has(id)),
    ({ indicator }) => indicator ?? '',
  );

  const scores = new Map<Id, Score>();
  const indicators = compiled.indicators.map((indicator) => {
    const own = byIndicator.get(indicator.id) ?? [];
    const score = scoreIndicator(indicator, own, possible.get(indicator.id));
    scores.set(indicator.id, score.score);
    return score;
  });
  const means = new Map<Id, MeanScore>();
  for (const mean of [...compiled.composites, ...compiled.indices]) {
    const score = scoreMean(mean, scores, possible.get(mean.id));
    scores.set(mean.id, score.score);
    means.set(mean.id, score);
  }

  const inOrder = (listed: readonly { readonly id: Id }[]) => listed.flatMap(({ id }) => means.get(id) ?? []);
  return {
    basis: options.basis,
    indices: inOrder(compiled.questionnaire.indices),
    composites: inOrder(compiled.questionnaire.composites),
    indicators,
    questions,
    ignored: [...laid.keys()].filter((address) => !isAskedAt(compiled, address)).sort(),
  };
}

/** Whether a question's set is asked: else it lists nothing, whatever instances are kept. */
function isListed(states: QuestionStates): (state: QuestionState) => boolean {
  return ({ compiled: { set } }) => set === undefined || states.get(set.id)?.isVisible === true;
}
