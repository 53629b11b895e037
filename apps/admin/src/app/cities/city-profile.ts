import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Sample } from '@kilim/contracts';
import type { Scorecard } from '@kilim/indicators';
import { Say } from '../language/say';
import { figureWords } from '../versions/score-words';
import type { VersionBook } from '../versions/version-book';
import type { ComparedLine } from './compared';
import { profileOf } from './profile';
import { sampleWords } from './sample-words';

/** What is strong, what is weak and where most could be gained, in words that lead on to why. */
@Component({
  selector: 'k-city-profile',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel" aria-labelledby="profile-heading">
      <div class="panel__head">
        <div>
          <h2 id="profile-heading">{{ say.t('profile.title') }}</h2>
          <p class="chart-sub">{{ say.t(beside()) }}</p>
        </div>
      </div>
      <div class="panel__body">
        <div class="profile">
          @for (part of parts(); track part.heading) {
            <div>
              <h3 class="title-m">{{ part.heading }}</h3>
              <ul class="list">
                @for (item of part.items; track item.id) {
                  <li>
                    <a
                      class="plain reach"
                      [routerLink]="[]"
                      [queryParams]="{ why: item.id }"
                      queryParamsHandling="merge"
                      >{{ item.name }}</a
                    >
                    <span class="muted">{{ item.words }}</span>
                  </li>
                } @empty {
                  <li class="muted">{{ part.none }}</li>
                }
              </ul>
            </div>
          }
        </div>
        @if (profile().isAgainstSample && sample(); as of) {
          <p class="src">{{ sampleWords(of) }}</p>
        }
      </div>
    </section>
  `,
})
export class CityProfile {
  protected readonly say = inject(Say);
  readonly lines = input.required<readonly ComparedLine[]>();
  /** On the basis that the lines show. */
  readonly scorecard = input.required<Scorecard>();
  readonly book = input.required<VersionBook>();
  readonly sample = input<Sample>();

  protected readonly profile = computed(() => profileOf(this.lines(), this.scorecard()));
  protected readonly beside = computed(() => {
    const { isAgainstSample, isOpen } = this.profile();
    if (isOpen) return 'profile.sub.open';
    return isAgainstSample ? 'profile.sub.sample' : 'profile.sub.own';
  });
  protected readonly parts = computed(() => {
    const [{ strong, weak, gains }, { say }] = [this.profile(), this];
    return [
      {
        heading: say.t('profile.strong'),
        items: strong.map((line) => this.line(line)),
        none: say.t('profile.strong.none'),
      },
      {
        heading: say.t('profile.weak'),
        items: weak.map((line) => this.line(line)),
        none: say.t('profile.weak.none'),
      },
      {
        heading: say.t('profile.gains'),
        items: gains.map(({ id, points }) => ({
          ...{ id, name: this.book().title(id) },
          words: say.t('profile.gain', { points: say.number(points, 1), index: this.indexName() }),
        })),
        none: say.t(this.profile().isOpen ? 'profile.gains.open' : 'profile.gains.none'),
      },
    ];
  });
  private readonly indexName = computed(() => {
    const [index] = this.scorecard().indices;
    return index === undefined ? '' : this.book().title(index.id);
  });

  protected sampleWords(sample: Sample): string {
    return sampleWords(sample, this.say);
  }

  private line({ id, shown, sample }: ComparedLine) {
    const figure = figureWords(shown, this.say);
    const words =
      sample === undefined
        ? this.say.t('profile.figure', { figure })
        : this.say.t('profile.figure.median', { figure, median: this.say.number(sample.median) });
    return { id, name: this.book().title(id), words };
  }
}
