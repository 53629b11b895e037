import { isCalendarDate } from '../../definition/calendar-date.js';
import type { Condition } from '../../definition/condition.js';
import type { Id } from '../../definition/identity.js';
import { ChoiceTranslation, idsOf, type Looseness } from './choice-translation.js';
import { RELATIONS, standsIn, TURNED, type Ordering } from './comparisons.js';
import { joined, negated } from './condition-parts.js';
import { idOf, type Names, type Reference } from './names.js';
import type { Comparison, Tree } from './tree.js';
import { numberIn, textOf, type Value } from './values.js';

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

class ConditionTranslation extends ChoiceTranslation {
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
}

function isFigure({ kind, known: { question } }: Reference): boolean {
  const isNumber = question.kind === 'number' || question.kind === 'share' || question.kind === 'computed';
  return kind === 'count' || (kind === 'answer' && isNumber);
}
