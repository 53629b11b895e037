import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { listPublishedFigures } from '@kilim/contracts';
import { checkRanks, type PublishedSet } from '@kilim/indicators';
import { read } from '../api/read';
import { ChartPanel } from '../charts/chart-panel';
import { Say } from '../language/say';
import { toCsv } from '../page/csv';
import { Download } from '../page/download';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { codebookOf, overallPicture, overallTable, sheetOf, subjectWords, yearWords } from './figure-tables';
import { checkWords, groupWords } from './rank-words';

/**
 * The published figures of the real index: every one with its source, as chart and as table, and how far the published
 * ranks can be checked. Nothing that is scored here stands on this page.
 */
@Component({
  selector: 'k-published-page',
  imports: [ChartPanel, Icon, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './published-page.html',
})
export class PublishedPage {
  protected readonly say = inject(Say);
  private readonly download = inject(Download);
  protected readonly figures = read(listPublishedFigures, () => ({}));
  protected readonly files = ['results', 'ranks', 'codebook'] as const;
  protected readonly sets = computed(() =>
    (this.figures.hasValue() ? this.figures.value().sets : []).map((set) => this.shown(set)),
  );

  constructor() {
    titled(() => this.say.t('published.title'));
  }

  private shown(set: PublishedSet) {
    const { say } = this;
    const language = say.language();
    return {
      set,
      ...{ title: set.title[language], about: set.about[language] },
      picture: overallPicture(set, say),
      table: overallTable(set, say),
      results: set.results.map((result) => ({
        ...result,
        area: set.measures[result.measure]?.[language] ?? result.measure,
      })),
      ranks: checkRanks(set).map(({ published, check }) => ({
        ...published,
        name: subjectWords({ subject: published.city, year: published.year }, say),
        among: groupWords(set.groups[published.group] ?? {}, say),
        doubt: set.notes[published.note ?? '']?.[language],
        words: checkWords(check, say),
      })),
      codebook: codebookOf(set, language).slice(1),
    };
  }

  protected year(year: number | null): string {
    return yearWords(year, this.say);
  }

  protected rankWords({ rank, of }: { readonly rank: number; readonly of: number | null }): string {
    const { say } = this;
    return of === null
      ? say.t('published.rank.unsized', { rank: say.number(rank) })
      : say.t('published.rank.of', { rank: say.number(rank), of: say.number(of) });
  }

  protected save(what: 'results' | 'ranks' | 'codebook', set: PublishedSet): void {
    const sheet = what === 'codebook' ? codebookOf(set, this.say.language()) : sheetOf(what, set);
    this.download.save(`${set.id}_${what}.csv`, 'text/csv;charset=utf-8', toCsv(sheet));
  }
}
