import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type RoundRow, waitingOf } from '@kilim/contracts';
import { percentOf, shareDone } from '@kilim/indicators';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { KnotMark, knotClass } from '../ui/knot';
import { cellFigure } from './cell-figure';
import type { View } from './round-look';
import { waitingWords } from './waiting-words';

/** An indicator as a column of the matrix. */
export interface MatrixColumn {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A city's line of the matrix. Only the lines that a change concerns are drawn again: there may be hundreds. */
@Component({
  selector: 'tr[kRoundLine]',
  imports: [Icon, KnotMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-line.html',
  host: { role: 'row' },
})
export class RoundLine {
  protected readonly say = inject(Say);
  readonly kRoundLine = input.required<RoundRow>();
  readonly columns = input.required<readonly MatrixColumn[]>();
  readonly view = input.required<View>();
  /** The server's clock. */
  readonly now = input.required<string>();
  /** Which line of the grid it is. */
  readonly at = input.required<number>();
  /** The place in this line that the tab key reaches; absent: it is in another line. */
  readonly stop = input<number>();

  protected readonly knotClass = knotClass;
  protected readonly done = computed(() => this.say.percent(percentOf(shareDone(this.kRoundLine().total))));
  protected readonly cells = computed(() => {
    const [columns, view] = [this.columns(), this.view()];
    return this.kRoundLine().cells.map((cell, at) => ({
      cell,
      name: columns[at]?.name ?? cell.code,
      figure: cellFigure(cell, view, this.say),
    }));
  });
  protected readonly waiting = computed(() => waitingOf(this.kRoundLine(), this.now()));
  protected readonly waitingWords = computed(() => waitingWords(this.waiting(), this.say));
  protected readonly activity = computed(() => {
    const { lastActivityAt } = this.kRoundLine();
    return lastActivityAt === undefined
      ? this.say.t('matrix.activity.none')
      : this.say.moment(lastActivityAt);
  });
}
