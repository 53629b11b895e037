import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { CodeBook, type DraftChange, type Option, type PartList, type Question } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { atEnd, movesTo, beside, stepMoves } from '../tree/places';
import { CheckInput } from './check-input';
import { NumberInput } from './number-input';
import { TextInput } from './text-input';
import { WordInput } from './word-input';

/** How many are shown until somebody asks for all. */
const AT_FIRST = 40;

/** The answers one can choose, or the columns or rows of a matrix, in order, with what each is worth. */
@Component({
  selector: 'k-options-editor',
  imports: [CheckInput, Icon, NumberInput, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './options-editor.html',
})
export class OptionsEditor {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly question = input.required<Question>();
  readonly list = input.required<Extract<PartList, 'options' | 'columns' | 'rows'>>();

  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly book = this.desk.book;
  protected readonly isAll = signal(false);
  protected readonly options = computed<readonly Option[]>(() => {
    const question = this.question() as unknown as Readonly<Record<string, readonly Option[] | undefined>>;
    return question[this.list()] ?? [];
  });
  protected readonly shown = computed(() =>
    this.isAll() ? this.options() : this.options().slice(0, AT_FIRST),
  );
  /** Options of these have points of their own; those of a ranking count or don't. */
  protected readonly hasPoints = computed(
    () =>
      this.list() !== 'rows' && this.question().kind !== 'ranking' && this.question().indicator !== undefined,
  );
  protected readonly isRanking = computed(() => this.question().kind === 'ranking');
  protected readonly isMultiple = computed(() => this.question().kind === 'multiple');
  private dragged: string | undefined;

  protected name(option: Option, at: number): string {
    const title = this.book()?.find(option.id, 'title')?.text;
    return title ?? this.say.t('options.nth', { nth: this.say.number(at + 1) });
  }

  protected add(): void {
    const document = this.desk.document();
    const { id } = this.question();
    if (document === undefined) return;
    const code = new CodeBook(document.questionnaire).take(
      id,
      this.list(),
      String(this.options().length + 1),
    );
    const place = atEnd(document, id, this.list());
    const option = this.desk.newId();
    this.desk.edit([{ op: 'insert', place, value: { id: option, code } }]);
    this.isAll.update((isAll) => isAll || this.options().length > AT_FIRST);
    setTimeout(() => elementOf(`text-${option}-title`)?.focus());
  }

  protected remove(option: Option): void {
    this.desk.edit([{ op: 'remove', part: option.id }]);
  }

  protected key(event: KeyboardEvent, option: Option): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    const document = this.desk.document();
    if (by === undefined || document === undefined) return;
    event.preventDefault();
    this.move(stepMoves(document, [option.id], by), option.id);
  }

  protected dragStart(event: DragEvent, option: Option): void {
    this.dragged = option.id;
    event.dataTransfer?.setData('text/plain', option.code);
  }

  protected dragOver(event: DragEvent): void {
    if (this.dragged !== undefined) event.preventDefault();
  }

  protected drop(event: DragEvent, onto: Option): void {
    const document = this.desk.document();
    const { dragged } = this;
    this.dragged = undefined;
    if (dragged === undefined || document === undefined || dragged === onto.id) return;
    event.preventDefault();
    const among = this.options().map(({ id }) => id);
    const side = among.indexOf(dragged) < among.indexOf(onto.id) ? 'after' : 'before';
    const place = beside(document, onto.id, side);
    if (place) this.move(movesTo(document, [dragged], place), dragged);
  }

  private move(changes: readonly DraftChange[], option: string): void {
    this.desk.edit(changes);
    setTimeout(() => elementOf(`move-${option}`)?.focus());
  }
}

/** An element of the page by its id, once it is drawn. */
function elementOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}
