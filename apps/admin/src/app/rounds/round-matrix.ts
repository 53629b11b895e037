import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoundRow } from '@kilim/contracts';
import { percentOf, shareDone } from '@kilim/indicators';
import { Say } from '../language/say';
import { KnotMark, knotClass } from '../ui/knot';
import { Icon } from '../ui/icon';
import { moveInGrid, nearestPlace, type GridPlace } from '../ui/roving';
import type { VersionBook } from '../versions/version-book';
import { cellFigure } from './cell-figure';
import { columnGroups } from './column-groups';
import type { View } from './round-view';
import { waitingOf } from './waiting';
import { waitingWords } from './waiting-words';

/**
 * Cities down, indicators across. The whole is one tab stop; arrow keys, Home and End move inside. Names stay while it
 * scrolls sideways; on a phone each city becomes a strip of knots.
 */
@Component({
  selector: 'k-round-matrix',
  imports: [Icon, KnotMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-matrix.html',
  host: { '(keydown)': 'move($event)' },
})
export class RoundMatrix {
  protected readonly say = inject(Say);
  readonly rows = input.required<readonly RoundRow[]>();
  readonly view = input.required<View>();
  /** The server's clock. */
  readonly now = input.required<string>();
  readonly book = input<VersionBook>();

  protected readonly knotClass = knotClass;
  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');

  protected readonly columns = computed(() => {
    const book = this.book();
    return (this.rows()[0]?.cells ?? []).map(({ id, code }) => ({ id, code, name: book?.title(id) ?? code }));
  });
  protected readonly groups = computed(() => {
    const book = this.book();
    return book === undefined
      ? []
      : columnGroups(
          this.columns().map(({ id }) => id),
          book.compiled.composites,
        );
  });
  protected readonly lines = computed(() =>
    this.rows().map((row) => {
      const waiting = waitingOf(row, this.now());
      return {
        row,
        done: this.say.percent(percentOf(shareDone(row.total))),
        cells: row.cells.map((cell, at) => ({
          cell,
          name: this.columns()[at]?.name ?? cell.code,
          figure: cellFigure(cell, this.view(), this.say),
        })),
        waiting,
        waitingWords: waitingWords(waiting, this.say),
      };
    }),
  );
  private readonly size = computed(() => ({ rows: this.rows().length, columns: this.columns().length + 1 }));

  /** The one place that the tab key reaches; the name of the first city to begin with. */
  protected readonly place = linkedSignal<{ rows: number; columns: number }, GridPlace>({
    source: this.size,
    computation: (size, before) => nearestPlace(before?.value ?? { row: 0, column: 0 }, size),
  });

  protected isStop(row: number, column: number): 0 | -1 {
    const { row: atRow, column: atColumn } = this.place();
    return row === atRow && column === atColumn ? 0 : -1;
  }

  protected move(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveInGrid(event, this.place(), this.size());
    if (next === undefined) return;
    event.preventDefault();
    this.place.set(next);
    this.linkAt(next)?.focus();
  }

  /** Clicking or touching moves the stop too. */
  protected arrive(row: number, column: number): void {
    this.place.set({ row, column });
  }

  protected due(row: RoundRow): string {
    return this.say.localDate(row.deadline.localTime);
  }

  protected activity(row: RoundRow): string {
    return row.lastActivityAt === undefined
      ? this.say.t('matrix.activity.none')
      : this.say.moment(row.lastActivityAt);
  }

  private linkAt({ row, column }: GridPlace): HTMLElement | null {
    return this.table().nativeElement.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);
  }
}
