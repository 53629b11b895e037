import { StatesSight, type QuestionState, type QuestionStates, type Standing } from '../answers/standing.js';
import type { CompiledQuestionnaire, QuestionScoring } from '../definition/compiled.js';
import type { MissingRule, Rules } from '../definition/questionnaire.js';
import { calculate } from './calculate.js';
import type { LaidAnswer } from './columns.js';
import type { Derivation } from './derivation.js';
import { derivePoints, pointsOf } from './derive-points.js';
import type { Score } from './score.js';
import type { QuestionScore } from './scorecard.js';

type HowCalculated = Pick<QuestionScore, 'calculation' | 'decimals'>;

/**
 * Scores one question, in one instance of its set when it stands in one. A question without points is `scored` 0 of 0
 * once it is answered, and counts nowhere.
 *
 * @param rules those of its indicator
 */
export function scoreQuestion(
  state: QuestionState,
  laid: LaidAnswer | undefined,
  rules: Rules,
  about: HowCalculated,
): QuestionScore {
  const { address, instance, isVisible, standing } = state;
  const { question, scoring } = state.compiled;
  const derived = isVisible ? derive(standing, scoring) : undefined;
  const points = derived?.points ?? 0;
  return {
    address,
    id: question.id,
    code: question.code,
    ...(instance !== '' && { instance }),
    ...(question.indicator !== undefined && { indicator: question.indicator }),
    score: scoreOf(isVisible, standing, points, scoring),
    // An answer to a question that is not asked did not count, so it is not told.
    ...(isVisible && (question.kind === 'computed' ? calculatedAnswer(standing) : laid)),
    ...(isVisible && about),
    faults: isVisible && standing.kind === 'faulty' ? [...standing.faults] : [],
    ...(derived && { derivation: derived.derivation }),
    points,
    attainable: scoring?.attainable ?? 0,
    weight: scoring?.weight ?? 0,
    ...(scoring && isVisible && counts(standing, rules)
      ? { numerator: points * scoring.weight, denominator: scoring.attainable * scoring.weight }
      : { numerator: 0, denominator: 0 }),
  };
}

/** What a computed question was calculated from; nothing for all others. */
export function calculationOf(
  compiled: CompiledQuestionnaire,
  states: QuestionStates,
  { compiled: { question, set }, instance }: QuestionState,
): HowCalculated {
  if (question.kind !== 'computed') return {};
  const sight = new StatesSight(compiled, states, set?.id, instance);
  return { calculation: calculate(question.formula, sight), decimals: question.decimals };
}

function calculatedAnswer(standing: Standing): Pick<QuestionScore, 'answer'> {
  return standing.kind === 'answered' ? { answer: { kind: 'value', value: standing.value } } : {};
}

function derive(
  standing: Standing,
  scoring: QuestionScoring | undefined,
): { readonly derivation: Derivation; readonly points: number } | undefined {
  if (standing.kind !== 'answered' || scoring === undefined) return undefined;
  const derivation = derivePoints(scoring.points, standing.value);
  return derivation && { derivation, points: pointsOf(derivation, standing.value) };
}

function scoreOf(
  isVisible: boolean,
  standing: Standing,
  points: number,
  scoring: QuestionScoring | undefined,
): Score {
  if (!isVisible) return { kind: 'notAsked' };
  switch (standing.kind) {
    case 'answered':
      return { kind: 'scored', value: scoring && scoring.attainable > 0 ? points / scoring.attainable : 0 };
    case 'notApplicable':
      return { kind: 'notApplicable' };
    case 'open':
    case 'faulty':
      return { kind: 'unanswered' };
  }
}

function counts(standing: Standing, rules: Rules): boolean {
  const rule: MissingRule | undefined = ruleFor(standing, rules);
  return rule === undefined || rule === 'countAsZero';
}

/** The rule for a question that stands so; undefined when it is answered. */
function ruleFor(standing: Standing, rules: Rules): MissingRule | undefined {
  switch (standing.kind) {
    case 'answered':
      return undefined;
    case 'notApplicable':
      return rules.notApplicable;
    case 'open':
    case 'faulty':
      return rules.unanswered;
  }
}
