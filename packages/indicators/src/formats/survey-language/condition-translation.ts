import { isCalendarDate } from '../../definition/calendar-date.js';
import type { Condition } from '../../definition/condition.js';
import type { Relation } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import { FormulaTranslation } from './formula-translation.js';
import { idOf, type KnownValue, type Names, type Reference } from './names.js';
import type { Comparison, Tree } from './tree.js';

/**
 * In what a condition that is carried over is not quite what it was.
 *
 * | | |
 * |---|---|
 * | `text` | SurveyJS passes over case and surrounding spaces; ours compares exactly |
 * | `matrix` | SurveyJS looks at each row of a matrix; in ours it counts once all rows are answered |
 * | `panels` | to SurveyJS a list of empty panels is empty |
 */
export type Looseness = 'text' | 'matrix' | 'panels';

/** A condition of ours, or why there is none. */
export type TranslatedCondition =
  | { readonly ok: true; readonly condition: Condition; readonly loose: readonly Looseness[] }
  | { readonly ok: false; readonly why: string };

/** Says in our conditions what an expression of SurveyJS says, as seen from outside sets or from within one. */
export function translateCondition(tree: Tree, names: Names, from: Id | undefined): TranslatedCondition {
  const translation = new ConditionTranslation(names, from);
  const condition = translation.condition(tree);
  return condition
    ? { ok: true, condition, loose: [...translation.loose] }
    : { ok: false, why: translation.why };
}

type Value = string | number | boolean | null;
type Ordering = Exclude<Comparison, 'equal' | 'notequal'>;

const RELATIONS: Readonly<Record<Ordering, Relation>> = {
  less: 'below',
  lessorequal: 'atMost',
  greater: 'above',
  greaterorequal: 'atLeast',
};

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  equal: 'equal',
  notequal: 'notequal',
  less: 'greater',
  lessorequal: 'greaterorequal',
  greater: 'less',
  greaterorequal: 'lessorequal',
};

class ConditionTranslation extends FormulaTranslation {
  readonly loose = new Set<Looseness>();

  condition(tree: Tree): Condition | undefined {
    switch (tree.op) {
      case 'all':
      case 'any':
        return joined(
          tree.op,
          tree.of.map((part) => this.condition(part)),
        );
      case 'not':
        return negated(this.condition(tree.of));
      case 'empty':
        return negated(this.notEmpty(tree.of));
      case 'notempty':
        return this.notEmpty(tree.of);
      case 'name':
        return this.byItself(tree.name);
      case 'equal':
      case 'notequal':
      case 'less':
      case 'lessorequal':
      case 'greater':
      case 'greaterorequal':
        return this.comparison(tree.op, tree.left, tree.right);
      case 'contains':
      case 'allof':
        return this.chosen('all', tree.left, tree.right);
      case 'notcontains':
        return negated(this.chosen('all', tree.left, tree.right));
      case 'anyof':
        return this.chosen('any', tree.left, tree.right);
      case 'noneof':
        return negated(this.chosen('any', tree.left, tree.right));
      case 'call':
        return this.fail(`the function “${tree.name.slice(0, 40)}” is not known in conditions`);
      default:
        return this.fail('a value by itself is no condition');
    }
  }

  private byItself(name: string): Condition | undefined {
    const reference = this.reference(name);
    if (!reference) return undefined;
    const { question } = reference.known;
    return reference.kind === 'answer' && question.kind === 'yesNo'
      ? { op: 'equals', question: question.id, value: true }
      : this.fail('only a yes/no question is true or false by itself');
  }

  private notEmpty(tree: Tree): Condition | undefined {
    const reference =
      tree.op === 'name' ? this.reference(tree.name) : this.fail('only a question can be empty');
    return reference && this.answered(reference);
  }

  private answered(reference: Reference): Condition | undefined {
    const { question, choices } = reference.known;
    if (reference.kind === 'count') return this.fail('a count is never empty');
    if (reference.kind !== 'answer')
      return this.oneOf(
        reference,
        choices.map(({ id }) => id),
      );
    if (question.kind === 'set') this.loose.add('panels');
    if (question.kind === 'matrix') this.loose.add('matrix');
    return { op: 'answered', question: question.id };
  }

  private comparison(op: Comparison, left: Tree, right: Tree): Condition | undefined {
    if (op === 'notequal') return negated(this.comparison('equal', left, right));
    if (left.op === 'value' && right.op !== 'value') return this.comparison(TURNED[op], right, left);
    if (left.op === 'name' && (right.op === 'value' || right.op === 'list')) {
      const reference = this.reference(left.name);
      if (!reference) return undefined;
      if (right.op === 'list') return this.exactly(op, reference, right.of);
      if (op === 'equal' && (right.value === null || right.value === ''))
        return negated(this.answered(reference));
      if (!isFigure(reference))
        return op === 'equal'
          ? this.equals(reference, right.value)
          : this.ordered(op, reference, right.value);
      if (reference.kind === 'answer') return this.figure(op, reference, right.value);
    }
    const [one, other] = [this.formula(left), this.formula(right)];
    const relation = op === 'equal' ? 'equal' : RELATIONS[op];
    return one && other && { op: 'compare', left: one, relation, right: other };
  }

  /** A figure beside a number, as simply as ours can say it. */
  private figure(op: Ordering | 'equal', { known }: Reference, value: Value): Condition | undefined {
    const { id: question } = known.question;
    const number = numberIn(value);
    if (number === undefined) return this.fail(`“${textOf(value)}” is no number`);
    if (op === 'greaterorequal') return { op: 'atLeast', question, value: number };
    if (op === 'lessorequal') return { op: 'atMost', question, value: number };
    const relation = op === 'equal' ? 'equal' : RELATIONS[op];
    return {
      op: 'compare',
      left: { op: 'answer', question },
      relation,
      right: { op: 'number', value: number },
    };
  }

  /** Choices whose values are numbers, beside a number. */
  private ordered(op: Ordering, reference: Reference, value: Value): Condition | undefined {
    const bound = numberIn(value);
    const { question, choices } = reference.known;
    if (bound === undefined) return this.fail('only numbers are more or less than others');
    if (reference.kind !== 'row' && question.kind !== 'single')
      return this.fail('only figures, and choices whose values are numbers, are more or less than others');
    const fitting = choices.filter(({ value: choice }) => standsIn(op, numberIn(choice), bound));
    return this.oneOf(
      reference,
      fitting.map(({ id }) => id),
    );
  }

  private equals(reference: Reference, value: Value): Condition | undefined {
    const { question, choices } = reference.known;
    if (reference.kind !== 'answer' || question.kind === 'single')
      return this.oneOf(reference, idsOf(choices, [value]));
    switch (question.kind) {
      case 'yesNo': {
        const id = idOf(choices, value);
        if (id === undefined) return this.fail(`“${textOf(value)}” is neither its yes nor its no`);
        return { op: 'equals', question: question.id, value: id === 'yes' };
      }
      case 'text':
        this.loose.add('text');
        return { op: 'equals', question: question.id, value: textOf(value) };
      case 'date':
        if (typeof value !== 'string' || !isCalendarDate(value))
          return this.fail(`“${textOf(value)}” is no date`);
        return { op: 'equals', question: question.id, value };
      default:
        return this.fail('what holds several values is equal to no one value');
    }
  }

  /** Just these choices of several, in any order. */
  private exactly(op: Comparison, reference: Reference, list: readonly Tree[]): Condition | undefined {
    const { question, choices } = reference.known;
    if (op !== 'equal' || reference.kind !== 'answer' || question.kind !== 'multiple')
      return this.fail('only several choices are compared with a list');
    const wanted = this.listed(list);
    if (!wanted) return undefined;
    const ids = idsOf(choices, wanted);
    if (ids.length < wanted.length || ids.length === 0)
      return this.fail('it names a value that is none of the choices');
    const others = choices.map(({ id }) => id).filter((id) => !ids.includes(id));
    const each = ids.map((id): Condition => ({ op: 'oneOf', question: question.id, options: [id] }));
    const none: Condition = { op: 'not', of: { op: 'oneOf', question: question.id, options: others } };
    return { op: 'all', of: others.length === 0 ? each : [...each, none] };
  }

  private chosen(op: 'all' | 'any', left: Tree, right: Tree): Condition | undefined {
    const reference =
      left.op === 'name' ? this.reference(left.name) : this.fail('only a question has choices');
    const wanted = this.listed(right.op === 'list' ? right.of : [right]);
    if (!reference || !wanted) return undefined;
    const { question, choices } = reference.known;
    const isAnswer = reference.kind === 'answer';
    const isSeveral = isAnswer && (question.kind === 'multiple' || question.kind === 'ranking');
    if (reference.kind === 'count' || (isAnswer && !isSeveral && question.kind !== 'single'))
      return this.fail('only choices are looked for among others');
    if (!isSeveral && op === 'all') return this.fail('parts of a text are not looked for');
    const ids = idsOf(choices, wanted);
    if (op === 'any') return this.oneOf(reference, ids);
    if (ids.length < wanted.length || ids.length === 0)
      return this.fail('it names a value that is none of the choices');
    return joined(
      'all',
      ids.map((id) => this.oneOf(reference, [id])),
    );
  }

  private oneOf(reference: Reference, options: readonly Id[]): Condition | undefined {
    if (options.length === 0) return this.fail('it names no value that is among the choices');
    const { question, choices } = reference.known;
    switch (reference.kind) {
      case 'row':
        this.loose.add('matrix');
        return { op: 'oneOf', question: question.id, options: [...options], row: reference.row };
      case 'place':
        return atPlace(question.id, options, reference.place);
      case 'answer':
      case 'count':
        return question.kind === 'ranking'
          ? { op: 'rankedWithin', question: question.id, options: [...options], places: choices.length }
          : { op: 'oneOf', question: question.id, options: [...options] };
    }
  }

  private listed(trees: readonly Tree[]): readonly Value[] | undefined {
    const values = trees.flatMap((each) => (each.op === 'value' ? [each.value] : []));
    return values.length === trees.length ? values : this.fail('only values can stand in a list');
  }
}

function joined(op: 'all' | 'any', parts: readonly (Condition | undefined)[]): Condition | undefined {
  const of = parts.filter((part) => part !== undefined);
  const [only] = of;
  if (of.length < parts.length) return undefined;
  return of.length === 1 ? only : { op, of };
}

function negated(condition: Condition | undefined): Condition | undefined {
  if (condition?.op === 'not') return condition.of;
  return condition && { op: 'not', of: condition };
}

/** At just this place of a ranking, from 0: among so many, and not among one fewer. */
function atPlace(question: Id, options: readonly Id[], place: number): Condition {
  const within = (places: number): Condition => ({
    op: 'rankedWithin',
    question,
    options: [...options],
    places,
  });
  if (place === 0) return within(1);
  // Another of these may stand further in front: so each is looked for by itself.
  const each = options.map((id): Condition => ({
    op: 'all',
    of: [
      { op: 'rankedWithin', question, options: [id], places: place + 1 },
      { op: 'not', of: { op: 'rankedWithin', question, options: [id], places: place } },
    ],
  }));
  const [only] = each;
  return only && each.length === 1 ? only : { op: 'any', of: each };
}

function isFigure({ kind, known: { question } }: Reference): boolean {
  const isNumber = question.kind === 'number' || question.kind === 'share' || question.kind === 'computed';
  return kind === 'count' || (kind === 'answer' && isNumber);
}

function idsOf(values: readonly KnownValue[], wanted: readonly Value[]): readonly Id[] {
  return [...new Set(wanted.flatMap((value) => idOf(values, value) ?? []))];
}

function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function textOf(value: Value): string {
  return String(value).slice(0, 200);
}

function standsIn(op: Ordering, value: number | undefined, bound: number): boolean {
  if (value === undefined) return false;
  switch (op) {
    case 'less':
      return value < bound;
    case 'lessorequal':
      return value <= bound;
    case 'greater':
      return value > bound;
    case 'greaterorequal':
      return value >= bound;
  }
}
