import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import {
  conditionWords,
  optionsOf,
  type CompareLeaf,
  type Condition,
  type Formula,
  type Id,
  type Leaf,
  type Question,
  type Relation,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
import { Control, Field } from '../../ui/field';
import { conditionSpeech } from '../../versions/condition-speech';
import { DraftDesk } from '../desk/draft-desk';
import { isChecked, numberIn, typed } from '../forms/typed';
import type { Joint } from './condition-path';
import { FormulaEditor } from './formula-editor';
import { leafAbout, looksFor, type Look } from './leaf-choices';
import { QuestionPicker } from './question-picker';

const RELATIONS: readonly Relation[] = ['equal', 'notEqual', 'below', 'atMost', 'above', 'atLeast'];

/** One comparison: which question, how it is looked at, and the value. */
@Component({
  selector: 'k-leaf-dialog',
  imports: [Control, Dialog, Field, FormulaEditor, QuestionPicker],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './leaf-dialog.html',
})
export class LeafDialog {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  private readonly injector = inject(Injector);
  private readonly picker = viewChild(QuestionPicker);
  /** What it is so far; absent: a new one. */
  readonly condition = input<Condition>();
  readonly exclude = input<Id>();
  readonly canRemove = input(false);
  /** How another comparison can be joined with this one; absent: not here. */
  readonly joint = input<Joint>();
  readonly chosen = output<Condition>();
  readonly removed = output();
  /** What is picked so far is to be joined with another comparison. */
  readonly joined = output<Condition>();
  readonly closed = output();

  protected readonly typed = typed;
  protected readonly isChecked = isChecked;
  protected readonly relations = RELATIONS;
  protected readonly book = this.desk.book;
  /** The comparison itself, whether it stands behind a “not” or not. */
  protected readonly leaf = linkedSignal<Leaf | undefined>(() => {
    const condition = this.condition();
    const inner = condition?.op === 'not' ? condition.of : condition;
    return inner === undefined || inner.op === 'all' || inner.op === 'any' || inner.op === 'not'
      ? undefined
      : inner;
  });
  protected readonly isTurned = linkedSignal(() => this.condition()?.op === 'not');
  protected readonly question = computed<Question | undefined>(() => {
    const leaf = this.leaf();
    return leaf === undefined || leaf.op === 'compare'
      ? undefined
      : this.book()?.question(leaf.question)?.question;
  });
  protected readonly looks = computed(() => {
    const question = this.question();
    return question === undefined ? [] : looksFor(question);
  });
  protected readonly options = computed(() => {
    const question = this.question();
    return question === undefined ? [] : optionsOf(question);
  });
  protected readonly rows = computed(() => {
    const question = this.question();
    return question?.kind === 'matrix' ? question.rows : [];
  });
  protected readonly words = computed(() => {
    const [condition, book] = [this.whole(), this.book()];
    return condition === undefined || book === undefined
      ? ''
      : conditionWords(condition, conditionSpeech(book, this.say));
  });
  protected readonly isWhole = computed(() => {
    const leaf = this.leaf();
    if (leaf === undefined) return false;
    return leaf.op === 'oneOf' || leaf.op === 'rankedWithin' ? leaf.options.length > 0 : true;
  });
  protected readonly fits = computed(() => {
    const exclude = this.exclude();
    return (question: Question): boolean => question.id !== exclude;
  });

  protected pick(question: Question): void {
    const leaf = this.leaf();
    if (leaf !== undefined && leaf.op !== 'compare' && leaf.question === question.id) return;
    this.leaf.set(leafAbout(question, looksFor(question)[0] ?? 'answered') as Leaf);
  }

  protected look(word: string): void {
    const question = this.question();
    if (question) this.leaf.set(leafAbout(question, word as Look) as Leaf);
  }

  protected compare(): void {
    const question = this.question();
    const first: Formula = question ? { op: 'answer', question: question.id } : { op: 'number', value: 0 };
    this.leaf.set({ op: 'compare', left: first, relation: 'atLeast', right: { op: 'number', value: 0 } });
  }

  protected side(side: 'left' | 'right', formula: Formula): void {
    this.leaf.update((leaf) =>
      leaf?.op === 'compare' ? ({ ...leaf, [side]: formula } as CompareLeaf) : leaf,
    );
  }

  protected relate(relation: string): void {
    this.leaf.update((leaf) => (leaf?.op === 'compare' ? { ...leaf, relation: relation as Relation } : leaf));
  }

  protected value(text: string): void {
    const number = numberIn(text);
    this.leaf.update((leaf) => {
      if (leaf?.op === 'equals')
        return { ...leaf, value: this.question()?.kind === 'yesNo' ? text === 'true' : text };
      if ((leaf?.op === 'atLeast' || leaf?.op === 'atMost') && typeof number === 'number')
        return { ...leaf, value: number };
      if (leaf?.op === 'rankedWithin' && typeof number === 'number' && number >= 1)
        return { ...leaf, places: Math.min(50, Math.round(number)) };
      return leaf;
    });
  }

  protected option(id: Id, isIn: boolean): void {
    this.leaf.update((leaf) => {
      if (leaf?.op !== 'oneOf' && leaf?.op !== 'rankedWithin') return leaf;
      const options = this.options()
        .map((option) => option.id)
        .filter((each) => (each === id ? isIn : leaf.options.includes(each)));
      return { ...leaf, options };
    });
  }

  protected row(row: string): void {
    this.leaf.update((leaf) => (leaf?.op === 'oneOf' ? { ...leaf, row } : leaf));
  }

  protected done(): void {
    const condition = this.whole();
    if (condition && this.isWhole()) this.chosen.emit(condition);
  }

  protected join(): void {
    const condition = this.whole();
    if (condition === undefined || !this.isWhole()) return;
    this.joined.emit(condition);
    afterNextRender(() => this.picker()?.focus(), { injector: this.injector });
  }

  private whole(): Condition | undefined {
    const leaf = this.leaf();
    return leaf === undefined ? undefined : this.isTurned() ? { op: 'not', of: leaf } : leaf;
  }
}
