import type {
  Answers,
  AnswerValue,
  Question,
  Questionnaire,
  Rules,
  Scorecard,
  ScoreOptions,
  Violation,
} from '../../src/index.js';
import type { ReferenceAnswers } from './reference-answers.js';
import { type Spot } from './reference-answers.js';

/** Absence, or a score. */
type Outcome = number | 'notAsked' | 'notApplicable' | 'unanswered';

/** The numbers of a scorecard by address and id, as the reference finds them and as a scorecard tells them. */
export interface Numbers {
  readonly visible: readonly string[];
  readonly violations: readonly string[];
  readonly questions: Readonly<Record<string, readonly [Outcome, number, number]>>;
  readonly areas: Readonly<Record<string, Outcome>>;
}

/**
 * Scores an assessment by the documented rules, written down a second time. Slow, and only for tests.
 *
 * @param answers who decides what is asked and answered
 */
export function referenceNumbers(answers: ReferenceAnswers): Numbers {
  const { questionnaire } = answers;
  const visible: string[] = [];
  const questions: Record<string, readonly [Outcome, number, number]> = {};
  const byIndicator = new Map<string, [string, Outcome, number, number][]>();
  for (const spot of answers.spots) {
    const address = answers.addressOf(spot);
    const isAsked = answers.isAsked(spot);
    if (isAsked) visible.push(address);
    // A set that is not asked lists nothing.
    if (spot.set && !answers.isAsked({ question: spot.set, instance: '' })) continue;
    const { question } = spot;
    const rules = rulesOf(questionnaire, question.indicator);
    const weight = question.indicator === undefined || !isScored(question) ? 0 : (question.weight ?? 1);
    const most = isScored(question) && question.indicator !== undefined ? attainable(question) : 0;
    const outcome = outcomeOf(answers, spot, most);
    const value = isAsked ? answers.value(spot) : undefined;
    const missing = { unanswered: rules.unanswered, notApplicable: rules.notApplicable };
    const isCounted =
      isAsked &&
      weight > 0 &&
      (typeof outcome === 'number' || missing[outcome as keyof typeof missing] === 'countAsZero');
    const reached = value === undefined || most === 0 ? 0 : pointsOf(question, value);
    // In millionths, as the scorecard counts.
    const numerator = isCounted ? thousandths(reached) * thousandths(weight) : 0;
    const denominator = isCounted ? thousandths(most) * thousandths(weight) : 0;
    questions[address] = [outcome, numerator, denominator];
    if (question.indicator !== undefined && isScored(question)) {
      const own = byIndicator.get(question.indicator) ?? [];
      own.push([address, outcome, numerator, denominator]);
      byIndicator.set(question.indicator, own);
    }
  }
  const areas: Record<string, Outcome> = {};
  for (const { id } of questionnaire.indicators)
    areas[id] = indicatorOutcome(byIndicator.get(id) ?? [], rulesOf(questionnaire, id).coverageToScore);
  const waiting = [...questionnaire.composites, ...questionnaire.indices];
  while (waiting.length > 0) {
    const mean = waiting.shift();
    if (!mean) break;
    if (mean.members.some(({ of }) => areas[of] === undefined)) waiting.push(mean);
    else areas[mean.id] = meanOutcome(mean, areas);
  }
  return { visible, violations: answers.violations, questions, areas };
}

/** The same numbers as a scorecard has them. */
export function numbersOf(
  scorecard: Scorecard,
  visible: ReadonlySet<string>,
  violations: readonly Violation[],
): Numbers {
  const tell = (score: Scorecard['questions'][number]['score']): Outcome =>
    score.kind === 'scored' ? score.value : score.kind;
  return {
    visible: [...visible],
    violations: violations.map(
      ({ validation, instance, marks }) => `${validation} ${instance}: ${marks.join()}`,
    ),
    questions: Object.fromEntries(
      scorecard.questions.map(({ address, score, numerator, denominator }) => [
        address,
        [tell(score), numerator, denominator] as const,
      ]),
    ),
    areas: Object.fromEntries(
      [...scorecard.indicators, ...scorecard.composites, ...scorecard.indices].map(({ id, score }) => [
        id,
        tell(score),
      ]),
    ),
  };
}

/** Numbers as one table. */
export function flat({ visible, violations, questions, areas }: Numbers): Readonly<Record<string, unknown>> {
  return {
    visible: visible.join(),
    violations: violations.join('; '),
    ...Object.fromEntries(
      Object.entries(questions).flatMap(([address, [outcome, numerator, denominator]]) => [
        [`${address} score`, outcome] as const,
        [`${address} numerator`, numerator] as const,
        [`${address} denominator`, denominator] as const,
      ]),
    ),
    ...areas,
  };
}

/** Claims, with findings and agreed values laid over them as the basis says. */
export function laid(claims: Answers, { basis, findings = [], agreed = {} }: ScoreOptions): Answers {
  const answers = { ...claims };
  if (basis === 'claimed') return answers;
  const inOrder = findings
    .filter(({ reader }) => reader === 'first')
    .sort((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
  const last = new Map(
    inOrder.map((each) => [each.question + (each.instance ? `@${each.instance}` : ''), each]),
  );
  for (const [address, { answer }] of last) if (answer) answers[address] = answer;
  return basis === 'agreed' ? { ...answers, ...agreed } : answers;
}

function rulesOf({ rules, indicators }: Questionnaire, indicator: string | undefined): Rules {
  return { ...rules, ...(indicators.find(({ id }) => id === indicator)?.rules as Partial<Rules>) };
}

function outcomeOf(answers: ReferenceAnswers, spot: Spot, most: number): Outcome {
  if (!answers.isAsked(spot)) return 'notAsked';
  const status = answers.status(spot);
  if (status === 'notApplicable') return 'notApplicable';
  const value = answers.value(spot);
  if (status !== 'answered' || value === undefined) return 'unanswered';
  return most === 0 ? 0 : thousandths(pointsOf(spot.question, value)) / thousandths(most);
}

function indicatorOutcome(
  questions: readonly [string, Outcome, number, number][],
  coverageToScore: number,
): Outcome {
  const asked = questions.filter(([, outcome]) => outcome !== 'notAsked');
  if (asked.length === 0) return 'notAsked';
  const applicable = asked.filter(([, outcome]) => outcome !== 'notApplicable');
  if (applicable.length === 0) return 'notApplicable';
  const answered = applicable.filter(([, outcome]) => outcome !== 'unanswered');
  const inOrder = [...questions].sort(([a], [b]) => (a < b ? -1 : 1));
  const denominator = inOrder.reduce((sum, [, , , each]) => sum + each, 0);
  if (denominator === 0) return 'unanswered';
  if (answered.length / applicable.length < coverageToScore) return 'unanswered';
  return inOrder.reduce((sum, [, , each]) => sum + each, 0) / denominator;
}

function meanOutcome(
  mean: Questionnaire['indices'][number],
  areas: Readonly<Record<string, Outcome>>,
): Outcome {
  const members = mean.members.map(({ of, weight }) => ({ of, weight, outcome: areas[of] ?? 'notAsked' }));
  const asked = members.filter(({ outcome }) => outcome !== 'notAsked');
  if (asked.length === 0) return 'notAsked';
  const applicable = asked.filter(({ outcome }) => outcome !== 'notApplicable');
  if (applicable.length === 0) return 'notApplicable';
  const scored = applicable.flatMap((each) =>
    typeof each.outcome === 'number' ? [{ ...each, value: each.outcome }] : [],
  );
  const weightOf = (of: readonly { readonly weight: number }[]) =>
    of.reduce((sum, { weight }) => sum + thousandths(weight), 0);
  if (scored.length === 0) return 'unanswered';
  if (weightOf(scored) / weightOf(applicable) < (mean.coverageToScore ?? 0)) return 'unanswered';
  return scored.reduce((sum, { value, weight }) => sum + value * thousandths(weight), 0) / weightOf(scored);
}

function isScored(question: Question): boolean {
  switch (question.kind) {
    case 'date':
    case 'text':
    case 'set':
      return false;
    case 'number':
    case 'share':
    case 'computed':
      return question.bands !== undefined || question.curve !== undefined;
    case 'ranking':
      return question.places !== undefined;
    case 'file':
      return question.points !== undefined;
    default:
      return true;
  }
}

/** The points of a valid answer, as the author gave them. */
function pointsOf(question: Question, value: AnswerValue): number {
  const worth = (options: readonly { id: string; points?: number | undefined }[], id: string) =>
    options.find((option) => option.id === id)?.points ?? 0;
  switch (question.kind) {
    case 'yesNo':
      return (value === true ? question.points?.yes : question.points?.no) ?? 0;
    case 'single':
      return worth(question.options, String(value));
    case 'multiple': {
      const sum = addUp((value as string[]).map((id) => worth(question.options, id)));
      return Math.min(sum, question.cap ?? Infinity);
    }
    case 'matrix':
      return addUp(Object.values(value as Record<string, string>).map((id) => worth(question.columns, id)));
    case 'ranking':
      return addUp(
        (value as string[]).map((id, at) =>
          question.options.find((option) => option.id === id)?.counts ? (question.places?.[at] ?? 0) : 0,
        ),
      );
    case 'file':
      return question.points ?? 0;
    case 'number':
    case 'share':
    case 'computed':
      return figurePoints(question, Number(value));
    case 'date':
    case 'text':
    case 'set':
      return 0;
  }
}

function figurePoints(
  { bands, curve }: Extract<Question, { kind: 'number' | 'share' | 'computed' }>,
  value: number,
): number {
  if (bands) {
    let points = bands[0]?.points ?? 0;
    for (const band of bands) if (value >= band.from) points = band.points;
    return points;
  }
  for (const [at, point] of (curve ?? []).entries()) {
    if (value === point.at) return point.points;
    if (value < point.at) {
      const before = curve?.[at - 1];
      if (!before) return point.points;
      const way = (value - before.at) / (point.at - before.at);
      return (
        (thousandths(before.points) + way * (thousandths(point.points) - thousandths(before.points))) / 1000
      );
    }
  }
  return curve?.at(-1)?.points ?? 0;
}

/** The most that an answer can bring, by trying what is worth trying. */
function attainable(question: Question): number {
  switch (question.kind) {
    case 'multiple': {
      const best = subsets(question.options)
        .filter((chosen) => chosen.length > 0)
        .filter((chosen) =>
          chosen.some((option) => option.exclusive)
            ? chosen.length === 1
            : chosen.length >= (question.minimum ?? 1) && chosen.length <= (question.maximum ?? Infinity),
        )
        .map((chosen) =>
          pointsOf(
            question,
            chosen.map(({ id }) => id),
          ),
        );
      return Math.max(...best);
    }
    case 'ranking': {
      const orders = arrangements(
        question.options.map(({ id }) => id),
        question.ranked ?? question.options.length,
      );
      return Math.max(...orders.map((order) => pointsOf(question, order)));
    }
    case 'yesNo':
      return Math.max(pointsOf(question, true), pointsOf(question, false));
    case 'single':
      return Math.max(...question.options.map(({ points }) => points ?? 0));
    case 'matrix':
      return addUp(question.rows.map(() => Math.max(...question.columns.map(({ points }) => points ?? 0))));
    case 'number':
    case 'share':
    case 'computed':
      return Math.max(...[...(question.bands ?? []), ...(question.curve ?? [])].map(({ points }) => points));
    case 'file':
      return question.points ?? 0;
    case 'date':
    case 'text':
    case 'set':
      return 0;
  }
}

function thousandths(value: number): number {
  const scaled = value * 1000;
  // Points have three places at most; only what a curve gives has more.
  return Math.abs(scaled - Math.round(scaled)) < 1e-9 ? Math.round(scaled) : scaled;
}

function addUp(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + thousandths(each), 0) / 1000;
}

function subsets<Item>(items: readonly Item[]): readonly Item[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((each) => [each, [first, ...each]]);
}

function arrangements(ids: readonly string[], length: number): readonly string[][] {
  if (length === 0) return [[]];
  return ids.flatMap((id) =>
    arrangements(
      ids.filter((each) => each !== id),
      length - 1,
    ).map((rest) => [id, ...rest]),
  );
}
