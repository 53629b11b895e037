import {
  ChangeDetectionStrategy,
  Component,
  computed,
  forwardRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { Formula, Id } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { questionsOf } from '../desk/shares';
import { numberIn, typed } from '../forms/typed';
import { fewestParts, FORMULA_OPS, formulaOf, partsOf, takesMany } from './formula-choices';

let editors = 0;

/** A calculation, part by part: what is done, with which numbers and answers. */
@Component({
  selector: 'k-formula-editor',
  imports: [forwardRef(() => FormulaEditor), Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './formula-editor.html',
})
export class FormulaEditor {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly formula = input.required<Formula>();
  readonly changed = output<Formula>();

  protected readonly id = `formula-${String(++editors)}`;
  protected readonly ops = FORMULA_OPS;
  protected readonly typed = typed;
  protected readonly partsOf = partsOf;
  protected readonly book = this.desk.book;
  protected readonly isOdd = signal(false);
  protected readonly questions = computed(() => {
    const document = this.desk.document();
    const countable = new Set(['number', 'share', 'computed', 'yesNo', 'multiple', 'ranking', 'file', 'set']);
    return document === undefined
      ? []
      : questionsOf(document.questionnaire).filter(({ kind }) => countable.has(kind));
  });
  protected readonly sets = computed(() => this.questions().filter(({ kind }) => kind === 'set'));
  protected readonly canGrow = computed(() => takesMany(this.formula()));
  protected readonly canShrink = computed(
    () => takesMany(this.formula()) && partsOf(this.formula()).length > fewestParts(this.formula()),
  );

  protected choose(op: string): void {
    this.changed.emit(formulaOf(op as Formula['op'], this.formula(), this.questions()[0]?.id ?? ''));
  }

  protected ask(question: Id): void {
    this.changed.emit({ op: 'answer', question });
  }

  protected number(text: string): void {
    const value = numberIn(text);
    this.isOdd.set(typeof value !== 'number');
    if (typeof value === 'number') this.changed.emit({ op: 'number', value });
  }

  protected over(set: string): void {
    const formula = this.formula();
    if (!('over' in formula) && !takesMany(formula)) return;
    const { over: _, ...plain } = formula as Formula & { over?: Id };
    this.changed.emit((set === '' ? plain : { ...plain, over: set }) as Formula);
  }

  protected part(at: number, part: Formula): void {
    this.withParts(partsOf(this.formula()).map((each, place) => (place === at ? part : each)));
  }

  protected add(): void {
    this.withParts([...partsOf(this.formula()), { op: 'number', value: 0 }]);
  }

  protected remove(at: number): void {
    this.withParts(partsOf(this.formula()).filter((_, place) => place !== at));
  }

  protected isAggregate({ op }: Formula): boolean {
    return op === 'sum' || op === 'count' || op === 'min' || op === 'max';
  }

  private withParts(of: readonly Formula[]): void {
    this.changed.emit({ ...this.formula(), of } as Formula);
  }
}
