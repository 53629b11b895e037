import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say } from '../language/say';
import { titled } from '../page/page-title';

/** There is no such address. */
@Component({
  selector: 'k-not-found-page',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <h1>{{ say.t('notFound.title') }}</h1>
      <p class="muted above-2">{{ say.t('notFound.detail') }}</p>
      <p class="above-4">
        <a class="btn" routerLink="/">{{ say.t('notFound.home') }}</a>
      </p>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly say = inject(Say);
  constructor() {
    titled(() => this.say.t('notFound.title'));
  }
}
