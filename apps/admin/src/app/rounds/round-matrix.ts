import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { RoundRow } from '@kilim/contracts';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { moveInGrid, nearestPlace, placeNamed, type GridPlace, type GridSize } from '../ui/roving';
import type { VersionBook } from '../versions/version-book';
import { columnGroups } from './column-groups';
import { RoundLine, type MatrixColumn } from './round-line';
import { sortName, type RoundLook } from './round-look';

/** How many columns stand after the indicators: deadline, who waits, last activity. */
const END_COLUMNS = 3;

/** How many lines are drawn at once: enough for any window, few enough that it comes at once. */
const AT_ONCE = 40;

/** The head of a column, which sorts by it. */
interface Head {
  /** As it stands in the address. */
  readonly sort: string;
  readonly words: string;
  /** In full, where the words are a code. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly order: 'ascending' | 'descending' | null;
}

/**
 * Cities down, indicators across. The whole is one tab stop; arrow keys, Home and End move inside, heads included. Heads
 * and names stay while it scrolls; on a phone each city becomes a strip of knots.
 */
@Component({
  selector: 'k-round-matrix',
  imports: [Icon, RoundLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-matrix.html',
  host: { '(keydown)': 'move($event)', '(focusin)': 'arrive($event)' },
})
export class RoundMatrix {
  protected readonly say = inject(Say);
  readonly rows = input.required<readonly RoundRow[]>();
  readonly look = input.required<RoundLook>();
  /** The server's clock. */
  readonly now = input.required<string>();
  readonly book = input<VersionBook>();
  /** A head was pressed: sort by it, as it is called in the address. */
  readonly order = output<string>();

  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');

  protected readonly columns = computed<readonly MatrixColumn[]>(() => {
    const book = this.book();
    return (this.rows()[0]?.cells ?? []).map(({ id, code }) => ({ id, code, name: book?.title(id) ?? code }));
  });
  /** Lines beyond the first window follow one lot after the other, while the reader already reads. */
  private readonly count = signal(AT_ONCE);
  protected readonly drawn = computed(() => this.rows().slice(0, this.count()));
  protected readonly groups = computed(() => {
    const book = this.book();
    return book === undefined
      ? []
      : columnGroups(
          this.columns().map(({ id }) => id),
          book.compiled.composites,
        );
  });
  protected readonly heads = computed<readonly Head[]>(() => {
    const { say } = this;
    return [
      this.head('city', say.t('matrix.city')),
      ...this.columns().map(({ code, name }) => this.head(code, code, { name, isFalling: true })),
      this.head('deadline', say.t('matrix.due')),
      this.head('waiting', say.t('matrix.waiting')),
      this.head('activity', say.t('matrix.activity')),
    ];
  });
  private readonly size = computed<GridSize>(() => ({
    rows: this.drawn().length + 1,
    columns: this.columns().length + 1 + END_COLUMNS,
  }));

  /** The one place that the tab key reaches; the name of the first city to begin with. The heads are line 0. */
  protected readonly place = linkedSignal<GridSize, GridPlace>({
    source: this.size,
    computation: (size, before) => nearestPlace(before?.value ?? { row: 1, column: 0 }, size),
  });

  constructor() {
    afterRenderEffect((onCleanup) => {
      if (this.count() >= this.rows().length) return;
      const timer = setTimeout(() => this.count.update((count) => count + AT_ONCE));
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected move(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = moveInGrid(event, this.place(), this.size());
    if (next === undefined) return;
    event.preventDefault();
    // Arriving there moves the stop; on a phone there are no heads to arrive at.
    this.at(next)?.focus();
  }

  /** Wherever focus arrives is the stop: by keys, by a click or by touch. */
  protected arrive(event: FocusEvent): void {
    const name = event.target instanceof HTMLElement ? event.target.dataset['place'] : undefined;
    const place = name === undefined ? undefined : placeNamed(name);
    if (place !== undefined) this.place.set(place);
  }

  /** Indicators stand with the largest on top, everything else with the first. */
  private head(sort: string, words: string, { name = words, isFalling = false } = {}): Head {
    const look = this.look();
    const order = isFalling === look.isReversed ? 'ascending' : 'descending';
    const isEnd = ['deadline', 'waiting', 'activity'].includes(sort);
    return { sort, words, name, isEnd, order: sortName(look.sort) === sort ? order : null };
  }

  private at({ row, column }: GridPlace): HTMLElement | null {
    return this.table().nativeElement.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);
  }
}
