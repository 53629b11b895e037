import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { daysBetween, hasLeft, readRound, type RoundRow } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { toCsv } from '../page/csv';
import { Download, fileName } from '../page/download';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { VersionBook } from '../versions/version-book';
import { versionOf } from '../versions/version-store';
import { Icon } from '../ui/icon';
import { KnotMark, knotClass } from '../ui/knot';
import { PageHeader } from '../ui/page-header';
import { byPhase, busiestPhase, PHASES, type PhaseName } from './phases';
import { roundTable } from './round-csv';
import { RoundMatrix } from './round-matrix';
import { choicesIn } from './round-choices';
import { rowsOf } from './round-lines';
import { LOOK_PARTS, lookOf, sortName, VIEWS, type LookAddress } from './round-look';
import { RoundTools } from './round-tools';
import { RoundViews } from './round-views';
import { RoundWaits } from './round-waits';

/** A round as its coordinator watches it: phases, the matrix of cities and indicators, who waits for whom. */
@Component({
  selector: 'k-round-page',
  imports: [
    Icon,
    KnotMark,
    PageHeader,
    PageState,
    RoundMatrix,
    RoundTools,
    RoundViews,
    RoundWaits,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-page.html',
})
export class RoundPage {
  protected readonly say = inject(Say);
  private readonly router = inject(Router);
  private readonly download = inject(Download);

  /** From the address. */
  readonly roundId = input.required<string>();
  readonly view = input<string>();
  readonly sort = input<string>();
  readonly order = input<string>();
  readonly state = input<string>();
  readonly country = input<string>();
  readonly waits = input<string>();
  readonly find = input<string>();

  protected readonly round = read(readRound, () => ({ params: { roundId: this.roundId() } }));
  protected readonly overview = computed(() => (this.round.hasValue() ? this.round.value() : undefined));
  private readonly version = versionOf(() => this.overview()?.version.id);
  /** Names instead of codes, as soon as the version has come. */
  protected readonly book = computed(() =>
    this.version.hasValue() ? new VersionBook(this.version.value(), this.say.language()) : undefined,
  );

  protected readonly address = computed<LookAddress>(() => ({
    view: this.view(),
    sort: this.sort(),
    order: this.order(),
    state: this.state(),
    country: this.country(),
    waits: this.waits(),
    find: this.find(),
  }));
  protected readonly look = computed(() => lookOf(this.address()));
  protected readonly rows = computed(() => {
    const { rows = [], now = '' } = this.overview() ?? {};
    return rowsOf(rows, this.look(), this.say, now);
  });
  protected readonly choices = computed(() => {
    const { rows = [], now = '' } = this.overview() ?? {};
    return choicesIn(rows, this.say, now, this.look());
  });
  protected readonly codes = computed(() => this.overview()?.rows[0]?.cells.map(({ code }) => code) ?? []);
  private readonly phaseRows = computed(() => byPhase(this.overview()?.rows ?? []));
  protected readonly busiest = computed(() => busiestPhase(this.phaseRows()));
  protected readonly left = computed(
    () => (this.overview()?.rows ?? []).filter(({ state }) => hasLeft(state)).length,
  );

  protected readonly phases = PHASES;
  protected readonly views = VIEWS;
  protected readonly legend = [
    'unanswered',
    'claimed',
    'verified',
    'disputed',
    'zero',
    'notApplicable',
    'notAsked',
  ] as const;
  protected readonly knotClass = knotClass;

  constructor() {
    titled(() => this.overview()?.name ?? this.say.t('rounds.title'));
  }

  protected inPhase(name: PhaseName): readonly RoundRow[] {
    return this.phaseRows().get(name) ?? [];
  }

  /** What one should know about those in a phase, in a few words. */
  protected phaseNote(name: PhaseName): string {
    const [rows, now] = [this.inPhase(name), this.overview()?.now ?? ''];
    if (rows.length === 0) return this.say.t('phase.nobody');
    switch (name) {
      case 'invited':
        return this.say.t('phase.invited.note');
      case 'answering': {
        const days = [...new Set(rows.map(({ deadline }) => deadline.localTime.slice(0, 10)))].sort();
        const shown = days.slice(0, 2).map((day) => this.say.localDate(day));
        return this.say.t('phase.answering.note', { dates: this.say.list(shown) });
      }
      case 'submitted': {
        const alone = rows.filter(({ experts }) => experts.length === 0).length;
        return alone > 0 ? this.say.n('phase.submitted.alone', alone) : this.say.t('phase.submitted.note');
      }
      case 'verifying': {
        const longest = Math.max(...rows.map(({ stateSince }) => daysBetween(stateSince, now)));
        return longest === 0 ? this.say.t('waits.today') : this.say.n('phase.verifying.note', longest);
      }
      case 'verified': {
        const last =
          rows
            .map(({ stateSince }) => stateSince)
            .sort()
            .at(-1) ?? now;
        return this.say.t('phase.verified.note', { date: this.say.date(last) });
      }
    }
  }

  /** Another look: it becomes the address, so that one can go back to the one before. */
  protected change(parts: LookAddress, isTyped = false): void {
    const queryParams = Object.fromEntries(
      LOOK_PARTS.filter((part) => part in parts).map((part) => [part, parts[part] ?? null]),
    );
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: isTyped,
      scroll: 'manual',
    });
  }

  /** Sorts by a column, and by the same one again from the other end. */
  protected sortBy(sort: string): void {
    const isAgain = sortName(this.look().sort) === sort && !this.look().isReversed;
    this.change({ sort: sort === 'city' ? undefined : sort, order: isAgain ? 'reversed' : undefined });
  }

  protected saveTable(): void {
    const round = this.overview();
    if (round === undefined) return;
    const { view } = this.look();
    const table = roundTable(round, this.rows(), view, this.say);
    this.download.save(
      `${fileName(round.name, view, round.now.slice(0, 10))}.csv`,
      'text/csv;charset=utf-8',
      toCsv(table),
    );
  }
}
