import type { Condition } from '../../definition/condition.js';
import type { Id } from '../../definition/identity.js';
import { atPlace, joined } from './condition-parts.js';
import { FormulaTranslation } from './formula-translation.js';
import { idOf, type KnownValue, type Reference } from './names.js';
import type { Comparison, Tree } from './tree.js';
import type { Value } from './values.js';

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

/** Says what an expression says of choices: which of them are made, or that any is. */
export abstract class ChoiceTranslation extends FormulaTranslation {
  readonly loose = new Set<Looseness>();

  /** That there is an answer: in a row, or at a place, any of the choices. */
  protected answered(reference: Reference): Condition | undefined {
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

  /** Just these choices of several, in any order. */
  protected exactly(op: Comparison, reference: Reference, list: readonly Tree[]): Condition | undefined {
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

  /** All, or any, of these choices among others that may be made. */
  protected chosen(op: 'all' | 'any', left: Tree, right: Tree): Condition | undefined {
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

  /** At least one of these options, where the reference points. */
  protected oneOf(reference: Reference, options: readonly Id[]): Condition | undefined {
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

/** The ids of values, each once; those that are no choice are left out. */
export function idsOf(values: readonly KnownValue[], wanted: readonly Value[]): readonly Id[] {
  return [...new Set(wanted.flatMap((value) => idOf(values, value) ?? []))];
}
