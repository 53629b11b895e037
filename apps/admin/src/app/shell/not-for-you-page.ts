import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say } from '../language/say';
import { titled } from '../page/page-title';

/** The page exists, but the reader's roles do not open it. */
@Component({
  selector: 'k-not-for-you-page',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <h1>{{ say.t('notForYou.title') }}</h1>
      <p class="muted above-2">{{ say.t('notForYou.detail') }}</p>
      <p class="above-4">
        <a class="btn" routerLink="/">{{ say.t('notFound.home') }}</a>
      </p>
    </div>
  `,
})
export class NotForYouPage {
  protected readonly say = inject(Say);
  constructor() {
    titled(() => this.say.t('notForYou.title'));
  }
}
