import type { AnswerValue } from '../answers/answer.js';
import type { QuestionState, Standing } from '../answers/standing.js';
import type { CompiledQuestion, QuestionScoring } from '../definition/compile-questionnaire.js';
import type { Points } from '../definition/points.js';
import type { MissingRule, Rules } from '../definition/questionnaire.js';
import type { LaidAnswer } from './columns.js';
import type { Score } from './score.js';
import type { QuestionScore } from './scorecard.js';

/** Scores one question. A question without points is `scored` 0 of 0 once it is answered, and counts nowhere. */
export function scoreQuestion(
  { question, scoring }: CompiledQuestion,
  { isVisible, standing }: QuestionState,
  laid: LaidAnswer | undefined,
  rules: Rules,
): QuestionScore {
  const points =
    isVisible && standing.kind === 'answered' && scoring ? pointsFor(scoring.points, standing.value) : 0;
  return {
    id: question.id,
    code: question.code,
    ...(question.indicator !== undefined && { indicator: question.indicator }),
    score: scoreOf(isVisible, standing, points, scoring),
    // An answer to a question that is not asked did not count, so it is not told.
    ...(isVisible && laid),
    faults: isVisible && standing.kind === 'faulty' ? [...standing.faults] : [],
    points,
    attainable: scoring?.attainable ?? 0,
    weight: scoring?.weight ?? 0,
    ...(scoring && isVisible && counts(standing, rules)
      ? { numerator: points * scoring.weight, denominator: scoring.attainable * scoring.weight }
      : { numerator: 0, denominator: 0 }),
  };
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

/** The rule of the version for a question that stands so; undefined when it is answered. */
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

/** What a valid answer is worth, in thousandths of a point. */
export function pointsFor(points: Points, value: AnswerValue): number {
  switch (points.kind) {
    case 'yesNo':
      return value === true ? points.yes : points.no;
    case 'single':
      return points.byOption.get(String(value)) ?? 0;
    case 'multiple': {
      const chosen = Array.isArray(value) ? value : [];
      const sum = chosen.reduce((total, option) => total + (points.byOption.get(option) ?? 0), 0);
      return Math.min(points.cap, sum);
    }
    case 'banded':
      return points.bands.findLast((band) => Number(value) >= band.from)?.points ?? 0;
    case 'matrix':
      return Object.values(value).reduce<number>(
        (total, column) => total + (points.byColumn.get(String(column)) ?? 0),
        0,
      );
    case 'none':
      return 0;
  }
}
