import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  hasLeft,
  isAnythingFound,
  listAnswers,
  listEarlier,
  listEvidence,
  listFindings,
  readAssessment,
  readBenchmark,
  readScorecard,
  takesFindings,
  type Assessment,
  type CityFact,
} from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { focusMover } from '../ui/focus-mover';
import { Icon } from '../ui/icon';
import { PageHeader, type Crumb } from '../ui/page-header';
import { VersionBook } from '../versions/version-book';
import { versionOf } from '../versions/version-store';
import { CityHero } from './city-hero';
import { CityProfile } from './city-profile';
import { CityRadar } from './city-radar';
import { CityTrend } from './city-trend';
import { compared } from './compared';
import { IndicatorBars } from './indicator-bars';
import { indexPairs, scoreLines } from './scores';
import { StateSteps } from './state-steps';
import { countUnjudged } from './unjudged';
import { WhyDrawer } from './why-drawer';

/** One city in one round: its scores, why they are what they are, and what can be done next. */
@Component({
  selector: 'k-city-page',
  imports: [
    CityHero,
    CityProfile,
    CityRadar,
    CityTrend,
    Icon,
    IndicatorBars,
    PageHeader,
    PageState,
    RouterLink,
    StateSteps,
    WhyDrawer,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './city-page.html',
})
export class CityPage {
  protected readonly say = inject(Say);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  /** From the address. */
  readonly assessmentId = input.required<string>();
  readonly why = input<string>();
  readonly basis = input<string>();
  readonly show = input<string>();

  private readonly params = computed(() => ({ assessmentId: this.assessmentId() }));
  protected readonly read = {
    assessment: read(readAssessment, () => ({ params: this.params() })),
    claimed: read(readScorecard, () => ({ params: this.params(), query: { basis: 'claimed' as const } })),
    found: read(readScorecard, () => ({ params: this.params(), query: { basis: 'found' as const } })),
    answers: read(listAnswers, () => ({ params: this.params() })),
    evidence: read(listEvidence, () => ({ params: this.params() })),
    findings: read(listFindings, () => ({ params: this.params() })),
  } as const;
  /** What the city stands beside; the page does not wait for it. */
  protected readonly benchmark = read(readBenchmark, () => ({ params: this.params() }));
  protected readonly earlier = read(listEarlier, () => ({ params: this.params() }));
  private readonly versionId = computed(() =>
    this.read.assessment.hasValue() ? this.read.assessment.value().version.id : undefined,
  );
  protected readonly version = versionOf(this.versionId);
  protected readonly parts = [...Object.values(this.read), this.version] as const;

  private readonly book = computed(() =>
    this.version.hasValue() ? new VersionBook(this.version.value(), this.say.language()) : undefined,
  );

  /** Everything, once everything is there. */
  protected readonly city = computed(() => {
    const { assessment, claimed, found, answers, evidence, findings } = this.read;
    const book = this.book();
    if (!assessment.hasValue() || !claimed.hasValue() || !found.hasValue() || book === undefined)
      return undefined;
    if (!answers.hasValue() || !evidence.hasValue() || !findings.hasValue()) return undefined;
    const cards = { claimed: claimed.value(), found: found.value() };
    const hasFindings = isAnythingFound(findings.value().findings);
    return {
      book,
      assessment: assessment.value(),
      cards,
      indices: indexPairs(cards.claimed.scorecard, cards.found.scorecard),
      lines: scoreLines(cards.claimed.scorecard, cards.found.scorecard),
      answers: answers.value().answers,
      evidence: evidence.value().evidence,
      findings: findings.value().findings,
      hasFindings,
      unjudged: countUnjudged(answers.value().answers, findings.value().findings),
      hasLeft: hasLeft(assessment.value().state),
      /** What the city is known by: found as soon as there are findings. */
      shown: hasFindings ? cards.found : cards.claimed,
    };
  });
  protected readonly explained = computed(() => {
    const city = this.city();
    return this.basis() === 'claimed' ? city?.cards.claimed : city?.shown;
  });
  protected readonly sample = computed(() =>
    this.benchmark.hasValue() ? this.benchmark.value().sample : undefined,
  );
  /** Earlier rounds, oldest first, and the last of them, which stands beside everything. */
  protected readonly story = computed(() => (this.earlier.hasValue() ? this.earlier.value().earlier : []));
  protected readonly before = computed(() => this.story().at(-1));
  protected readonly lines = computed(() => {
    const city = this.city();
    const areas = this.benchmark.hasValue() ? this.benchmark.value().areas : [];
    if (city === undefined) return [];
    return compared(city.lines, { areas, before: this.before(), hasFindings: city.hasFindings });
  });
  /** A radar needs three axes. */
  protected readonly hasScores = computed(
    () => this.lines().filter(({ isMember, shown }) => !isMember && shown.value !== undefined).length > 2,
  );
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    const city = this.city();
    if (city === undefined) return [];
    const { round, city: of, may } = city.assessment;
    return [
      may.includes('round:watch')
        ? { words: round.name, link: ['/rounds', round.id] }
        : { words: this.say.t('cities.title'), link: ['/cities'] },
      { words: of.name },
    ];
  });
  private readonly moveFocus = focusMover();
  /** Where the reader stood when an explanation was asked for; focus goes back there. */
  private cameFrom: Element | null = null;
  private readonly isExplaining = computed(() => this.why() !== undefined);

  constructor() {
    titled(() => this.city()?.assessment.city.name ?? this.say.t('cities.title'));
    effect(() => {
      if (this.isExplaining()) this.cameFrom = this.document.activeElement;
    });
  }

  protected async closeWhy(): Promise<void> {
    await this.router.navigate([], {
      queryParams: { why: null, basis: null },
      queryParamsHandling: 'merge',
    });
    const back = this.cameFrom;
    if (back instanceof HTMLElement && this.document.contains(back)) back.focus();
  }

  protected moved(assessment: Assessment): void {
    this.read.assessment.set(assessment);
    this.moveFocus('city-state');
  }

  /** What a figure is called, counted in and taken from, in the reader's language where it is told in it. */
  protected inLanguage({
    name,
    unit,
    source,
    translations,
  }: CityFact): Pick<CityFact, 'name' | 'unit' | 'source'> {
    return translations?.[this.say.language()] ?? { name, unit, source };
  }

  /** Findings can be recorded in its present state. */
  protected isJudging({ state }: Assessment): boolean {
    return takesFindings(state);
  }

  protected deadline({ deadline }: Assessment): string {
    const [date, time] = [this.say.localDate(deadline.localTime), this.say.clock(deadline.localTime)];
    return this.say.t('round.due', { date, time, zone: deadline.zone });
  }
}
