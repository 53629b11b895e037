import type {
  AnswerValue,
  Calculation,
  Derivation,
  IndicatorScore,
  MeanScore,
  QuestionScore,
  Score,
  Scorecard,
} from '../../src/index.js';
import { fractionOf, isLess, isZero, minus, over, plus, rounded, times, type Fraction } from './fraction.js';
import { told } from './stated.js';

/**
 * The same scorecard with every number worked out again from what it says of itself: from the answers, how each came by
 * its points, the weights and the rules. Looks at no questionnaire and takes over no number that follows from another.
 */
export function recomputed(scorecard: Scorecard): Scorecard {
  const rules = new Map(scorecard.indicators.map(({ id, rules: own }) => [id, own]));
  const reader = new Reader(scorecard);
  const questions = scorecard.questions.map((each) => reader.question(each, rules.get(each.indicator ?? '')));
  const byAddress = new Map(questions.map((each) => [each.address, each]));
  const indicators = scorecard.indicators.map((each) =>
    indicator(
      each,
      each.questions.flatMap((address) => byAddress.get(address) ?? []),
    ),
  );
  const scores = new Map(indicators.map(({ id, score }) => [id, score]));
  const means = new Map([...scorecard.composites, ...scorecard.indices].map((each) => [each.id, each]));
  const meanOf = (each: MeanScore): MeanScore => mean(each, (id) => scoreOf(id));
  const scoreOf = (id: string): Score => {
    const inner = means.get(id);
    return inner ? meanOf(inner).score : (scores.get(id) ?? { kind: 'notAsked' });
  };
  return {
    ...{ basis: scorecard.basis, ignored: scorecard.ignored, questions, indicators },
    composites: scorecard.composites.map(meanOf),
    indices: scorecard.indices.map(meanOf),
  };
}

/** Works questions out; calculations look at other questions of the scorecard. */
class Reader {
  readonly #byAddress: ReadonlyMap<string, QuestionScore>;

  constructor({ questions }: Scorecard) {
    this.#byAddress = new Map(questions.map((each) => [each.address, each]));
  }

  question(question: QuestionScore, rules: IndicatorScore['rules'] | undefined): QuestionScore {
    const value = this.#value(question);
    const { derivation, attainable, weight, calculation, decimals = 0 } = question;
    const points = derivation === undefined || value === undefined ? 0 : derived(derivation, value);
    const kind = question.score.kind;
    const rule = rules && { ...rules, scored: 'countAsZero', notAsked: 'leaveOut' }[kind];
    const counted = rule === 'countAsZero' && attainable > 0 ? weight : 0;
    const { answer, ...rest } = question;
    const exact = calculation && this.#exact(calculation);
    const whole = exact && rounded(exact, decimals);
    return {
      ...rest,
      ...(calculation
        ? {
            calculation: this.#again(calculation),
            ...(whole !== undefined && { answer: { kind: 'value', value: whole } }),
          }
        : answer && { answer }),
      score: kind === 'scored' ? { kind, value: attainable > 0 ? points / attainable : 0 } : question.score,
      ...{ points, numerator: points * counted, denominator: attainable * counted },
    };
  }

  /** The valid answer that counted. */
  #value({ score, answer }: QuestionScore): AnswerValue | undefined {
    return score.kind === 'scored' && answer?.kind === 'value' ? answer.value : undefined;
  }

  #again(calculation: Calculation): Calculation {
    const exact = this.#exact(calculation);
    const { op, address, of } = calculation;
    return {
      op,
      ...(address !== undefined && { address }),
      ...(exact && { value: rounded(exact, 20) }),
      ...(of && { of: of.map((part) => this.#again(part)) }),
    };
  }

  #exact({ op, value, address, of = [] }: Calculation): Fraction | undefined {
    if (op === 'number') return value === undefined ? undefined : fractionOf(value);
    if (op === 'answer') return this.#counted(address);
    const parts = of.map((part) => this.#exact(part));
    const there = parts.filter((part) => part !== undefined);
    const [first, ...rest] = there;
    if (op === 'count') return fractionOf(there.length);
    if (first === undefined) return undefined;
    if (op === 'sum') return rest.reduce(plus, first);
    if (op === 'min') return rest.reduce((least, part) => (isLess(part, least) ? part : least), first);
    if (op === 'max') return rest.reduce((most, part) => (isLess(most, part) ? part : most), first);
    if (there.length < parts.length) return undefined;
    if (op === 'add') return rest.reduce(plus, first);
    if (op === 'multiply') return rest.reduce(times, first);
    if (op === 'subtract') return rest.reduce(minus, first);
    return rest.some(isZero) ? undefined : rest.reduce(over, first);
  }

  /** The number that an answer stands for: itself, 1 or 0 for yes and no, or how many there are in it. */
  #counted(address: string | undefined): Fraction | undefined {
    const seen = this.#byAddress.get(address ?? '');
    const value = seen && this.#value(seen);
    if (value === undefined) return undefined;
    return fractionOf(Array.isArray(value) ? value.length : Number(value));
  }
}

function derived(derivation: Derivation, value: AnswerValue): number {
  if (derivation.kind === 'band') return derivation.points;
  if (derivation.kind === 'terms') {
    const sum = derivation.terms.reduce((all, { points }) => all + points, 0);
    return derivation.cap === undefined ? sum : Math.min(sum, derivation.cap);
  }
  const { from, to } = derivation;
  if (from.at === to.at) return from.points;
  return from.points + ((Number(value) - from.at) / (to.at - from.at)) * (to.points - from.points);
}

function indicator(given: IndicatorScore, questions: readonly QuestionScore[]): IndicatorScore {
  const kinds = questions.map(({ score }) => score.kind);
  const answered = kinds.filter((kind) => kind === 'scored').length;
  const applicable = answered + kinds.filter((kind) => kind === 'unanswered').length;
  const coverage = applicable === 0 ? 1 : answered / applicable;
  const inOrder = [...questions].sort((a, b) => (a.address < b.address ? -1 : 1));
  const numerator = inOrder.reduce((sum, each) => sum + each.numerator, 0);
  const denominator = inOrder.reduce((sum, each) => sum + each.denominator, 0);
  const isScorable = applicable > 0 && denominator > 0;
  const lack = given.rules.coverageToScore - coverage;
  const { shortBy: _, ...rest } = given;
  return {
    ...rest,
    ...{ numerator, denominator, answered, applicable, coverage },
    score: isScorable && lack <= 0 ? { kind: 'scored', value: numerator / denominator } : absence(kinds),
    ...(isScorable && lack > 0 && { shortBy: lack }),
  };
}

function mean(given: MeanScore, scoreOf: (id: string) => Score): MeanScore {
  const members = given.contributions.map((each) => ({ ...each, score: scoreOf(each.of) }));
  const weigh = (...kinds: readonly Score['kind'][]) =>
    members.filter(({ score }) => kinds.includes(score.kind)).reduce((sum, { weight }) => sum + weight, 0);
  const scored = weigh('scored');
  const needed = weigh('scored', 'unanswered');
  const coverage = needed === 0 ? 1 : scored / needed;
  const lack = given.coverageToScore - coverage;
  const contributions = members.map((member) => {
    const value = told(member.score);
    const share = typeof value === 'number' ? member.weight / scored : 0;
    return { ...member, share, contribution: typeof value === 'number' ? share * value : 0 };
  });
  const sum = contributions.reduce((all, { contribution }) => all + contribution, 0);
  const { shortBy: _, ...rest } = given;
  return {
    ...{ ...rest, coverage, contributions },
    score:
      scored > 0 && lack <= 0
        ? { kind: 'scored', value: sum }
        : absence(members.map(({ score }) => score.kind)),
    ...(scored > 0 && lack > 0 && { shortBy: lack }),
  };
}

/** Why something has no score, by what its parts have. */
function absence(parts: readonly Score['kind'][]): Score {
  const asked = parts.filter((kind) => kind !== 'notAsked');
  if (asked.length === 0) return { kind: 'notAsked' };
  return { kind: asked.every((kind) => kind === 'notApplicable') ? 'notApplicable' : 'unanswered' };
}
