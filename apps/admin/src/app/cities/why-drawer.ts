import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { claimsOf, findingInput, type CurrentAnswer, type Evidence, type Finding } from '@kilim/contracts';
import { inputOf, type Scorecard } from '@kilim/indicators';
import { EvidenceLink } from '../evidence/evidence-link';
import { Say } from '../language/say';
import { Download, fileName } from '../page/download';
import { Icon } from '../ui/icon';
import type { VersionBook } from '../versions/version-book';
import { whySteps } from '../versions/why';
import { figureWords } from '../versions/figure-words';
import { whyText } from './why-text';
import { whyWords } from '../versions/why-words';

/** Which numbers were computed from what: the same input gives the same numbers anywhere. */
export interface Origin {
  readonly engineVersion: string;
  readonly inputHash: string;
  readonly versionHash: string;
}

/** Why a score is what it is, from the index down to the answer and who verified it. The page stays readable beside it. */
@Component({
  selector: 'k-why-drawer',
  imports: [EvidenceLink, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './why-drawer.html',
})
export class WhyDrawer {
  protected readonly say = inject(Say);
  private readonly download = inject(Download);

  /** What is to be explained: an index, composite, indicator or question. */
  readonly of = input.required<string>();
  readonly scorecard = input.required<Scorecard>();
  readonly origin = input.required<Origin>();
  readonly book = input.required<VersionBook>();
  readonly assessmentId = input.required<string>();
  readonly cityName = input.required<string>();
  readonly roundName = input.required<string>();
  readonly answers = input.required<readonly CurrentAnswer[]>();
  readonly evidence = input.required<readonly Evidence[]>();
  readonly findings = input.required<readonly Finding[]>();
  /** Both bases can be looked at once there are findings. */
  readonly hasFindings = input.required<boolean>();
  readonly closed = output();

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly copied = signal<'no' | 'yes' | 'refused'>('no');

  protected readonly steps = computed(() => {
    const grounds = {
      book: this.book(),
      scorecard: this.scorecard(),
      answers: this.answers(),
      evidence: this.evidence(),
      findings: this.findings(),
    };
    return whySteps(this.scorecard(), this.of()).map((step) => whyWords(step, grounds, this.say));
  });
  protected readonly last = computed(() => this.steps().at(-1));
  protected readonly figure = computed(() => figureWords(this.last()?.answer ?? {}, this.say));
  protected readonly chosen = computed(() => new Set(this.steps().map(({ id }) => id)));
  protected readonly title = computed(() => {
    const last = this.last();
    return last === undefined
      ? this.say.t('why.nothing')
      : this.say.t('why.title', { name: last.name, figure: last.figure.split(' → ').at(-1) ?? '' });
  });

  constructor() {
    // Whoever opens it, or goes a step further, reads on from its head.
    afterRenderEffect(() => {
      this.of();
      this.copied.set('no');
      this.heading().nativeElement.focus();
    });
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.copied.set('yes');
    } catch {
      // The browser refuses the clipboard without a secure connection: then it becomes a file.
      this.download.save(`${this.name()}.txt`, 'text/plain;charset=utf-8', this.text());
      this.copied.set('refused');
    }
  }

  /** Everything that the numbers depend on, and the numbers: whoever has the engine can compute them again. */
  protected saveJson(): void {
    const { version } = this.book();
    const claims = claimsOf(this.answers());
    const { basis } = this.scorecard();
    const { engineVersion, inputHash, versionHash } = this.origin();
    const findings = this.findings().map(findingInput);
    const content = {
      city: this.cityName(),
      round: this.roundName(),
      explains: this.of(),
      engineVersion,
      inputHash,
      versionHash,
      input: inputOf(version.hash, claims, { basis, findings }),
      scorecard: this.scorecard(),
      questionnaire: version.questionnaire,
      texts: version.source,
    };
    this.download.save(
      `${this.name()}.json`,
      'application/json',
      `${JSON.stringify(content, undefined, 2)}\n`,
    );
  }

  private text(): string {
    const { engineVersion, inputHash, versionHash } = this.origin();
    const heading = `${this.cityName()}, ${this.roundName()}. ${this.title()}`;
    const origin = this.say.t('why.origin', {
      basis: this.say.t(`basis.${this.scorecard().basis}`),
      engine: engineVersion,
      input: inputHash,
      version: versionHash,
    });
    return whyText(heading, this.steps(), origin, this.say);
  }

  private name(): string {
    return fileName(this.cityName(), this.roundName(), this.last()?.name ?? '', this.scorecard().basis);
  }
}
