import { ChangeDetectionStrategy, Component, computed, inject, input, type Resource } from '@angular/core';
import { problemOf } from '../api/problem';
import { Say } from '../language/say';
import { ProblemPanel } from '../ui/problem-panel';
import { problemWords } from './problem-words';

/**
 * What a page shows while it has nothing to show: the place its content will take, or what went wrong with a way to
 * try again. Nothing at all once every resource has a value.
 */
@Component({
  selector: 'k-page-state',
  imports: [ProblemPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (problem(); as words) {
      <k-problem-panel
        [level]="level()"
        [heading]="words.heading"
        [detail]="words.detail"
        [detailLanguage]="words.detailLanguage"
        [reference]="words.reference"
        [retry]="words.isFinal ? undefined : say.t('page.retry')"
        (again)="retry()"
      />
    } @else if (isLoading()) {
      <p class="loading" role="status">
        @if (level() === 1) {
          <span class="title-m" role="heading" aria-level="1">{{ say.t('page.loading') }}</span>
        } @else {
          {{ say.t('page.loading') }}
        }
      </p>
      <div aria-hidden="true">
        <span class="skeleton" [style.--w]="'40%'"></span>
        <span class="skeleton" [style.--w]="'65%'"></span>
        <span class="skeleton skeleton--block above-3"></span>
        @if (tall()) {
          <span class="skeleton skeleton--block above-3"></span>
          <span class="skeleton skeleton--block above-3"></span>
        }
      </div>
    }
  `,
})
export class PageState {
  protected readonly say = inject(Say);
  readonly of = input.required<readonly Reading[]>();
  readonly tall = input(true);
  /** 1 where it stands for the whole page, title and all. */
  readonly level = input<1 | 2>(2);

  private readonly failed = computed(() => this.of().find((reading) => reading.status() === 'error'));
  protected readonly problem = computed(() => {
    const failed = this.failed();
    return failed === undefined ? undefined : problemWords(problemOf(failed.error()), this.say);
  });
  protected readonly isLoading = computed(() => this.of().some((reading) => !reading.hasValue()));

  protected retry(): void {
    for (const reading of this.of()) if (reading.status() === 'error') reading.reload();
  }
}

/** A resource as far as its state is concerned. */
export type Reading = Pick<Resource<unknown>, 'status' | 'error' | 'hasValue'> & { reload(): boolean };
