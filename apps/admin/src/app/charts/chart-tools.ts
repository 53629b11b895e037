import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Attempt } from '../api/attempt';
import { Say } from '../language/say';
import { toCsv } from '../page/csv';
import { Download } from '../page/download';
import { ProblemMessage } from '../page/problem-message';
import { ChartLooks } from './chart-looks';
import { sheetOf, type DataTable } from './data-table';
import { pngOf, svgOf, type Picture } from './picture';

/** Takes a chart away: as SVG, as PNG, and its numbers as CSV. */
@Component({
  selector: 'k-chart-tools',
  imports: [ProblemMessage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="row" role="group" [attr.aria-label]="say.t('chart.save', { name: picture().heading })">
      <button type="button" class="btn btn--s" [attr.aria-busy]="isBusy()" (click)="save('svg')">SVG</button>
      <button type="button" class="btn btn--s" [attr.aria-busy]="isBusy()" (click)="save('png')">PNG</button>
      <button type="button" class="btn btn--s" (click)="save('csv')">CSV</button>
    </div>
    @if (problem(); as wrong) {
      <k-problem-message [problem]="wrong" />
    }
  `,
})
export class ChartTools {
  protected readonly say = inject(Say);
  private readonly looks = inject(ChartLooks);
  private readonly download = inject(Download);
  readonly picture = input.required<Picture>();
  readonly table = input.required<DataTable>();
  /** Of the file, without its ending. */
  readonly name = input.required<string>();

  private readonly attempt = new Attempt();
  protected readonly isBusy = this.attempt.isBusy;
  protected readonly problem = this.attempt.problem;

  protected async save(kind: 'svg' | 'png' | 'csv'): Promise<void> {
    await this.attempt.run(async () => {
      await this.hand(kind);
    });
  }

  private async hand(kind: 'svg' | 'png' | 'csv'): Promise<void> {
    const file = `${this.name()}.${kind}`;
    switch (kind) {
      case 'csv':
        return this.download.save(file, 'text/csv;charset=utf-8', toCsv(sheetOf(this.table())));
      case 'svg':
        return this.download.save(file, 'image/svg+xml', await svgOf(this.picture(), this.looks.ofPaper()));
      case 'png':
        return this.download.save(file, 'image/png', await pngOf(this.picture(), this.looks.ofPaper()));
    }
  }
}
