import {
  layOutPoints,
  toThousandths,
  type Id,
  type PointTable,
  type Question,
  type Questionnaire,
} from '@kilim/indicators';

/** What each question and area counts, as fractions of what they are part of. */
export interface Shares {
  /** The most a question brings its indicator, its weight included, in points; undefined: never scored. */
  points(question: Id): number | undefined;
  /** The most that all questions of an indicator bring, weights included. */
  total(indicator: Id): number;
  /** A question's share of its indicator: 0 to 1; undefined: never scored, or nothing to be had there. */
  inIndicator(question: Question): number | undefined;
  /** An area's share of a mean, through composites in between; 0 when it is no part of it. */
  inMean(mean: Id, area: Id): number;
}

type Mean = Questionnaire['indices'][number];

const tables = new WeakMap<Question, PointTable>();

/** What the answers of a question are worth; worked out once for each state of the question. */
export function pointTableOf(question: Question): PointTable {
  const known = tables.get(question);
  if (known) return known;
  const table = layOutPoints(question);
  tables.set(question, table);
  return table;
}

/** Every question of a version, those of repeated sets after their set. */
export function questionsOf({ sections }: Questionnaire): readonly Question[] {
  return sections.flatMap(({ questions }) =>
    questions.flatMap((question): readonly Question[] =>
      question.kind === 'set' ? [question, ...question.questions] : [question],
    ),
  );
}

const known = new WeakMap<Questionnaire, Shares>();

/** What everything counts; worked out once for each state of the version, linear in its size. */
export function sharesOf(questionnaire: Questionnaire): Shares {
  const shares = known.get(questionnaire) ?? workOut(questionnaire);
  known.set(questionnaire, shares);
  return shares;
}

function workOut(questionnaire: Questionnaire): Shares {
  const points = new Map<Id, number>();
  const totals = new Map<Id, number>();
  for (const question of questionsOf(questionnaire)) {
    const { indicator, weight = 1 } = question;
    const { points: kind, attainable } = pointTableOf(question);
    if (indicator === undefined || kind.kind === 'none') continue;
    const most = (attainable / 1000) * weight;
    points.set(question.id, most);
    totals.set(indicator, (totals.get(indicator) ?? 0) + most);
  }
  const means = new Map<Id, Mean>(
    [...questionnaire.indices, ...questionnaire.composites].map((mean) => [mean.id, mean]),
  );
  const total = (indicator: Id): number => totals.get(indicator) ?? 0;
  return {
    points: (question) => points.get(question),
    total,
    inIndicator: ({ id, indicator }) => {
      const most = points.get(id);
      if (most === undefined || indicator === undefined || total(indicator) === 0) return undefined;
      return most / total(indicator);
    },
    inMean: (mean, area) => shareIn(means, mean, area, new Set()),
  };
}

function shareIn(means: ReadonlyMap<Id, Mean>, mean: Id, area: Id, above: ReadonlySet<Id>): number {
  if (mean === area) return 1;
  const found = means.get(mean);
  // In a circle nothing counts; the checks say so.
  if (found === undefined || above.has(mean)) return 0;
  const whole = found.members.reduce((sum, { weight }) => sum + toThousandths(weight), 0);
  if (whole === 0) return 0;
  const within = new Set([...above, mean]);
  return found.members.reduce(
    (sum, { of, weight }) => sum + (toThousandths(weight) / whole) * shareIn(means, of, area, within),
    0,
  );
}
