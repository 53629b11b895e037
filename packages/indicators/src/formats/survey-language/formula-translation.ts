import type { Formula } from '../../definition/formula.js';
import type { Id } from '../../definition/identity.js';
import type { Names, Reference } from './names.js';
import type { Tree } from './tree.js';

/** A formula of ours, or why there is none. */
export type TranslatedFormula =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly why: string };

/** Says in our formulas what an expression of SurveyJS calculates, as seen from outside sets or from within one. */
export function translateFormula(tree: Tree, names: Names, from: Id | undefined): TranslatedFormula {
  const translation = new FormulaTranslation(names, from);
  const formula = translation.formula(tree);
  return formula ? { ok: true, formula } : { ok: false, why: translation.why };
}

const NOTHING: Formula = { op: 'number', value: 0 };
const ONE: Formula = { op: 'number', value: 1 };

/**
 * Formulas. To SurveyJS a missing answer is 0 as soon as it is added, subtracted, multiplied or divided, and a sum of
 * nothing is 0; so that the outcome is the same, ours says so: `sum` of the answer and 0.
 */
export class FormulaTranslation {
  private reason = '';

  constructor(
    private readonly names: Names,
    protected readonly from: Id | undefined,
  ) {}

  /** Why something could not be said: the first reason. */
  get why(): string {
    return this.reason;
  }

  formula(tree: Tree): Formula | undefined {
    switch (tree.op) {
      case 'name':
        return this.numberOf(tree.name);
      case 'value':
        return typeof tree.value === 'number'
          ? { op: 'number', value: tree.value }
          : this.fail('only numbers are calculated with');
      case 'plus':
      case 'mul':
      case 'minusBy':
      case 'div': {
        const [left, right] = [this.operand(tree.left), this.operand(tree.right)];
        return left && right && calculated(tree.op, left, right);
      }
      case 'minus': {
        if (tree.of.op === 'value' && typeof tree.of.value === 'number')
          return { op: 'number', value: -tree.of.value };
        const of = this.operand(tree.of);
        return of && { op: 'subtract', of: [NOTHING, of] };
      }
      case 'call':
        return this.call(tree.name, tree.of);
      case 'mod':
      case 'power':
        return this.fail('remainders and powers are not calculated');
      default:
        return this.fail('a condition is no number');
    }
  }

  protected reference(name: string): Reference | undefined {
    return (
      this.names.find(name, this.from) ??
      this.fail(`“${name.slice(0, 60)}” is no question that it can look at`)
    );
  }

  protected fail(reason: string): undefined {
    if (this.reason === '') this.reason = reason;
    return undefined;
  }

  private numberOf(name: string): Formula | undefined {
    const reference = this.reference(name);
    if (!reference) return undefined;
    const { question } = reference.known;
    const isCounted =
      question.kind === 'multiple' ||
      question.kind === 'ranking' ||
      question.kind === 'file' ||
      question.kind === 'set';
    const isNumber =
      question.kind === 'number' ||
      question.kind === 'share' ||
      question.kind === 'computed' ||
      question.kind === 'yesNo';
    if ((reference.kind === 'count' && isCounted) || (reference.kind === 'answer' && isNumber))
      return { op: 'answer', question: question.id };
    return this.fail(`“${name.slice(0, 60)}” is no number`);
  }

  /** In a calculation a missing answer is 0. */
  private operand(tree: Tree): Formula | undefined {
    const formula = this.formula(tree);
    return formula?.op === 'answer' ? { op: 'sum', of: [formula, NOTHING] } : formula;
  }

  private call(name: string, of: readonly Tree[]): Formula | undefined {
    switch (name) {
      case 'sum':
      case 'min':
      case 'max':
      case 'count':
      case 'avg': {
        const listed = of.flatMap((each) => (each.op === 'list' ? each.of : [each]));
        const parts = listed.map((each) => this.formula(each)).filter((part) => part !== undefined);
        if (parts.length === 0) return this.fail(`“${name}” of nothing`);
        return parts.length === listed.length ? gathered(name, parts, undefined) : undefined;
      }
      case 'sumInArray':
      case 'minInArray':
      case 'maxInArray':
      case 'countInArray':
      case 'avgInArray':
        return this.inArray(name.replace('InArray', '') as Gathering, of);
      default:
        return this.fail(`the function “${name.slice(0, 40)}” is not known`);
    }
  }

  private inArray(name: Gathering, [list, field, ...others]: readonly Tree[]): Formula | undefined {
    if (list?.op !== 'name' || field?.op !== 'value' || typeof field.value !== 'string' || others.length > 0)
      return this.fail('only all instances of one set are gathered, by the name of one question');
    const set = this.reference(list.name);
    if (set?.kind !== 'answer' || set.known.question.kind !== 'set')
      return this.fail(`“${list.name.slice(0, 60)}” is no set`);
    const { id } = set.known.question;
    const within = this.names.question(field.value, id)?.question;
    if (within?.kind !== 'number' && within?.kind !== 'share' && within?.kind !== 'computed')
      return this.fail(`“${field.value.slice(0, 60)}” is no number in that set`);
    return gathered(name, [{ op: 'answer', question: within.id }], id);
  }
}

type Gathering = 'sum' | 'min' | 'max' | 'count' | 'avg';

function gathered(name: Gathering, of: readonly Formula[], set: Id | undefined): Formula {
  const over = set === undefined ? {} : { over: set };
  switch (name) {
    case 'sum':
      return { op: 'sum', of: [{ op: 'sum', of, ...over }, NOTHING] };
    case 'avg':
      return {
        op: 'divide',
        of: [gathered('sum', of, set), { op: 'max', of: [{ op: 'count', of, ...over }, ONE] }],
      };
    case 'min':
    case 'max':
    case 'count':
      return { op: name, of, ...over };
  }
}

function calculated(op: 'plus' | 'mul' | 'minusBy' | 'div', left: Formula, right: Formula): Formula {
  switch (op) {
    case 'plus':
      return { op: 'add', of: left.op === 'add' ? [...left.of, right] : [left, right] };
    case 'mul':
      return { op: 'multiply', of: left.op === 'multiply' ? [...left.of, right] : [left, right] };
    case 'minusBy':
      return { op: 'subtract', of: [left, right] };
    case 'div':
      return { op: 'divide', of: [left, right] };
  }
}
