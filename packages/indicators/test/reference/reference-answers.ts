import type { Answers, AnswerValue, Condition, Formula, Question, Questionnaire } from '../../src/index.js';
import {
  fractionOf,
  isEqual,
  isLess,
  isZero,
  minus,
  over,
  plus,
  rounded,
  times,
  type Fraction,
} from './fraction.js';

/** A question, the set it stands in, and which instance of that set: the words of the documentation, one to one. */
export interface Spot {
  readonly question: Question;
  readonly set?: Extract<Question, { kind: 'set' }>;
  readonly instance: string;
}

/** How a question stands; see the table beside `Standing`. */
export type Status = 'answered' | 'notApplicable' | 'open' | 'faulty';

/**
 * The rules for answers, written down a second time and as plainly as they are documented: no compilation, no order of
 * evaluation, nothing kept. Slow, and only for tests.
 */
export class ReferenceAnswers {
  constructor(
    readonly questionnaire: Questionnaire,
    private readonly answers: Answers,
  ) {}

  /** Every question in every place, in the order of the form. */
  get spots(): readonly Spot[] {
    const spots: Spot[] = [];
    for (const section of this.questionnaire.sections)
      for (const question of section.questions) {
        spots.push({ question, instance: '' });
        if (question.kind === 'set')
          for (const instance of this.instances(question))
            for (const each of question.questions) spots.push({ question: each, set: question, instance });
      }
    return spots;
  }

  addressOf({ question, instance }: Pick<Spot, 'question' | 'instance'>): string {
    return instance === '' ? question.id : `${question.id}@${instance}`;
  }

  isAsked(spot: Spot): boolean {
    if (spot.set && !this.isAsked({ question: spot.set, instance: '' })) return false;
    return spot.question.askedIf === undefined || this.isTrue(spot.question.askedIf, spot);
  }

  status(spot: Spot): Status {
    const { question } = spot;
    if (question.kind === 'computed') {
      if (this.calculated(spot) !== undefined) return 'answered';
      return this.waitsFor(question.formula, spot) ? 'open' : 'notApplicable';
    }
    const answer = this.stored(spot);
    if (answer === undefined) return 'open';
    if (answer.kind === 'notApplicable') return question.mayNotApply === true ? 'notApplicable' : 'faulty';
    return isValid(question, answer.value) ? 'answered' : 'faulty';
  }

  /** The value that counts; undefined unless the question is asked and has a valid one. */
  value(spot: Spot): AnswerValue | undefined {
    if (!this.isAsked(spot) || this.status(spot) !== 'answered') return undefined;
    if (spot.question.kind === 'computed') return this.calculated(spot);
    const answer = this.stored(spot);
    return answer?.kind === 'value' ? answer.value : undefined;
  }

  isTrue(condition: Condition, from: Spot): boolean {
    switch (condition.op) {
      case 'all':
        return condition.of.filter((part) => !this.isTrue(part, from)).length === 0;
      case 'any':
        return condition.of.filter((part) => this.isTrue(part, from)).length > 0;
      case 'not':
        return !this.isTrue(condition.of, from);
      default:
        return this.leaf(condition, from) === true;
    }
  }

  /**
   * True or false, or undefined when what the leaf looks at has no answer. For a validation, `answered` is false only
   * of what is not asked or does not apply: elsewhere an answer may still come.
   */
  leaf(leaf: Exclude<Condition, { op: 'all' | 'any' | 'not' }>, from: Spot): boolean | undefined {
    if (leaf.op === 'compare') {
      const left = this.calculate(leaf.left, from);
      const right = this.calculate(leaf.right, from);
      if (left === undefined || right === undefined) return undefined;
      const equal = isEqual(left, right);
      const less = isLess(left, right);
      return {
        equal,
        notEqual: !equal,
        below: less,
        atMost: less || equal,
        above: !less && !equal,
        atLeast: !less,
      }[leaf.relation];
    }
    const spot = this.seen(leaf.question, from);
    const value = spot && this.value(spot);
    if (leaf.op === 'answered') {
      if (value !== undefined) return true;
      const mayCome = spot && this.isAsked(spot) && ['open', 'faulty'].includes(this.status(spot));
      return mayCome ? undefined : false;
    }
    if (value === undefined) return undefined;
    switch (leaf.op) {
      case 'equals':
        return value === leaf.value;
      case 'atLeast':
        return Number(value) >= leaf.value;
      case 'atMost':
        return Number(value) <= leaf.value;
      case 'rankedWithin':
        return (value as string[]).some((id, at) => at < leaf.places && leaf.options.includes(id));
      case 'oneOf': {
        const choices =
          typeof value === 'string'
            ? [value]
            : Array.isArray(value)
              ? value
              : Object.entries(value)
                  .filter(([row]) => row === leaf.row)
                  .map(([, column]) => String(column));
        return choices.some((id) => leaf.options.includes(id));
      }
    }
  }

  /** What is violated, as `<validation> <instance>: <marked addresses>`. */
  get violations(): readonly string[] {
    const told: string[] = [];
    for (const validation of this.questionnaire.validations ?? []) {
      const places = validation.set === undefined ? [{ instance: '' } as Spot] : this.within(validation.set);
      for (const place of places) {
        if (this.decided(validation.holds, place) !== 'false') continue;
        const marks = validation.marks
          .map((id) => this.seen(id, place))
          .filter((spot): spot is Spot => spot !== undefined && this.isAsked(spot));
        told.push(`${validation.id} ${place.instance}: ${marks.map((spot) => this.addressOf(spot)).join()}`);
      }
    }
    return told;
  }

  /** True or false whatever is still missing, or undecided. */
  private decided(condition: Condition, from: Spot): 'true' | 'false' | 'undecided' {
    switch (condition.op) {
      case 'all': {
        const parts = condition.of.map((part) => this.decided(part, from));
        if (parts.includes('false')) return 'false';
        return parts.every((part) => part === 'true') ? 'true' : 'undecided';
      }
      case 'any': {
        const parts = condition.of.map((part) => this.decided(part, from));
        if (parts.includes('true')) return 'true';
        return parts.every((part) => part === 'false') ? 'false' : 'undecided';
      }
      case 'not':
        return { true: 'false', false: 'true', undecided: 'undecided' }[
          this.decided(condition.of, from)
        ] as 'true';
      default: {
        const holds = this.leaf(condition, from);
        return holds === undefined ? 'undecided' : holds ? 'true' : 'false';
      }
    }
  }

  calculate(formula: Formula, from: Spot): Fraction | undefined {
    switch (formula.op) {
      case 'number':
        return fractionOf(formula.value);
      case 'answer': {
        const spot = this.seen(formula.question, from);
        const value = spot && this.value(spot);
        if (value === undefined) return undefined;
        return fractionOf(Array.isArray(value) ? value.length : Number(value));
      }
      case 'add':
      case 'multiply':
      case 'subtract':
      case 'divide': {
        const parts = formula.of.map((part) => this.calculate(part, from));
        let result = parts[0];
        for (const part of parts.slice(1)) {
          if (result === undefined || part === undefined) return undefined;
          if (formula.op === 'divide' && isZero(part)) return undefined;
          result = { add: plus, multiply: times, subtract: minus, divide: over }[formula.op](result, part);
        }
        return result;
      }
      default: {
        const places = formula.over === undefined ? [from] : this.within(formula.over);
        const parts: Fraction[] = [];
        for (const place of places)
          for (const part of formula.of) {
            const value = this.calculate(part, place);
            if (value !== undefined) parts.push(value);
          }
        if (formula.op === 'count') return fractionOf(parts.length);
        if (parts.length === 0) return undefined;
        if (formula.op === 'sum') return parts.reduce(plus);
        const sorted = parts.sort((a, b) => (isLess(a, b) ? -1 : isEqual(a, b) ? 0 : 1));
        return formula.op === 'min' ? sorted[0] : sorted.at(-1);
      }
    }
  }

  private calculated(spot: Spot): number | undefined {
    if (spot.question.kind !== 'computed') return undefined;
    const exact = this.calculate(spot.question.formula, spot);
    return exact && rounded(exact, spot.question.decimals);
  }

  private waitsFor(formula: Formula, from: Spot): boolean {
    const isOpen = (spot: Spot | undefined): boolean =>
      spot !== undefined && this.isAsked(spot) && ['open', 'faulty'].includes(this.status(spot));
    if (formula.op === 'number') return false;
    if (formula.op === 'answer') return isOpen(this.seen(formula.question, from));
    if (!('over' in formula) || formula.over === undefined)
      return formula.of.some((part) => this.waitsFor(part, from));
    if (isOpen(this.spotOf(formula.over))) return true;
    const places = this.within(formula.over);
    // What a formula names outside the set is waited for also when the set lists nothing.
    if (places.length === 0)
      return formula.of.some((part) => this.waitsFor(part, { question: from.question, instance: '' }));
    return places.some((place) => formula.of.some((part) => this.waitsFor(part, place)));
  }

  /** The instances whose questions are asked: those a set lists, each once, at most its maximum. */
  protected instances(set: Extract<Question, { kind: 'set' }>): readonly string[] {
    const answer = this.stored({ question: set, instance: '' });
    if (answer?.kind !== 'value' || !Array.isArray(answer.value)) return [];
    const listed: string[] = [];
    for (const id of answer.value) if (!listed.includes(id) && listed.length < set.maximum) listed.push(id);
    return listed;
  }

  private within(id: string): readonly Spot[] {
    const spot = this.spotOf(id);
    if (spot?.question.kind !== 'set' || !this.isAsked(spot)) return [];
    const set = spot.question;
    return this.instances(set).map((instance) => ({ question: set, set, instance }));
  }

  /** A question as it is seen from somewhere: in the same set in the same instance, else outside all sets. */
  private seen(id: string, from: Spot): Spot | undefined {
    const question = from.set?.questions.find((each) => each.id === id);
    if (question && from.set) return { question, set: from.set, instance: from.instance };
    return this.spotOf(id);
  }

  private spotOf(id: string): Spot | undefined {
    for (const section of this.questionnaire.sections)
      for (const question of section.questions) if (question.id === id) return { question, instance: '' };
    return undefined;
  }

  private stored(spot: Pick<Spot, 'question' | 'instance'>) {
    return this.answers[this.addressOf(spot)];
  }
}

/** The table beside `validateAnswer`, as yes or no. */
function isValid(question: Question, value: AnswerValue): boolean {
  const isList = Array.isArray(value);
  const isSet = isList && value.every((id, at) => value.indexOf(id) === at);
  const decimals = (most: number) => {
    const written = String(value);
    return !written.includes('e') && (written.split('.')[1] ?? '').length <= most;
  };
  switch (question.kind) {
    case 'yesNo':
      return value === true || value === false;
    case 'single':
      return question.options.some(({ id }) => id === value);
    case 'multiple': {
      if (!isList || !isSet || value.length === 0) return false;
      const chosen = value.map((id) => question.options.find((option) => option.id === id));
      if (chosen.some((option) => option === undefined)) return false;
      if (chosen.some((option) => option?.exclusive)) return chosen.length === 1;
      return value.length >= (question.minimum ?? 1) && value.length <= (question.maximum ?? Infinity);
    }
    case 'number':
      return (
        typeof value === 'number' &&
        value >= question.minimum &&
        value <= question.maximum &&
        decimals(question.decimals)
      );
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 100 && decimals(question.decimals);
    case 'matrix': {
      if (typeof value !== 'object' || isList) return false;
      const rows = Object.keys(value);
      return (
        rows.length === question.rows.length &&
        question.rows.every(({ id }) => question.columns.some((column) => column.id === value[id]))
      );
    }
    case 'ranking':
      return (
        isSet &&
        value.length === (question.ranked ?? question.options.length) &&
        value.every((id) => question.options.some((option) => option.id === id))
      );
    case 'file':
      return isSet && value.length >= (question.minimum ?? 1) && value.length <= (question.maximum ?? 50);
    case 'set':
      return isSet && value.length >= question.minimum && value.length <= question.maximum;
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value === isoDate(value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= question.maxLength;
    case 'computed':
      return false;
  }
}

function isoDate(text: string): string {
  return new Date(text).toISOString().slice(0, 10);
}
