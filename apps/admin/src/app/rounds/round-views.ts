import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { forgetView, keepView, keptViews } from './kept-views';
import { LOOK_PARTS, type LookAddress } from './round-look';

/** Views under names of one's own: each is nothing but an address, so it can be sent to somebody as well. */
@Component({
  selector: 'k-round-views',
  imports: [Icon, Menu, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details kMenu #menu="kMenu" class="menu menu--views">
      <summary #summary class="btn btn--s"><svg kIcon="filter"></svg>{{ say.t('views.title') }}</summary>
      <div class="menu-panel">
        @if (views().length > 0) {
          <ul [attr.aria-label]="say.t('views.title')">
            @for (view of views(); track view.name) {
              <li>
                <a
                  [routerLink]="[]"
                  [queryParams]="view.look"
                  [attr.aria-current]="view.name === current() ? 'true' : null"
                  (click)="menu.close()"
                  >{{ view.name }}</a
                >
                <button
                  type="button"
                  class="iconbtn"
                  [attr.aria-label]="say.t('views.forget', { name: view.name })"
                  (click)="forget(view.name); summary.focus()"
                >
                  <svg kIcon="close"></svg>
                </button>
              </li>
            }
          </ul>
        } @else {
          <p class="muted">{{ say.t('views.none') }}</p>
        }
        <form class="views__keep" (submit)="keep($event, field)">
          <label for="view-name">{{ say.t('views.name') }}</label>
          <span class="row">
            <input
              #field
              id="view-name"
              class="in in--tool grow"
              autocomplete="off"
              maxlength="80"
              [attr.aria-invalid]="isMissing()"
              aria-describedby="view-hint"
            />
            <button type="submit" class="btn btn--s">{{ say.t('views.keep') }}</button>
          </span>
          <p id="view-hint" class="hint" [class.tone-bad]="isMissing()">
            {{ say.t(isMissing() ? 'views.name.missing' : 'views.hint') }}
          </p>
        </form>
      </div>
    </details>
    <span class="live sr" role="status">{{ done() }}</span>
  `,
})
export class RoundViews {
  protected readonly say = inject(Say);
  /** The view on the screen, as it stands in the address. */
  readonly look = input.required<LookAddress>();

  protected readonly views = signal(keptViews());
  protected readonly isMissing = signal(false);
  protected readonly done = signal('');
  /** The name of the kept view that is on the screen. */
  protected readonly current = computed(
    () => this.views().find(({ look }) => LOOK_PARTS.every((part) => look[part] === this.look()[part]))?.name,
  );

  protected keep(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const name = field.value.trim();
    this.isMissing.set(name === '');
    if (name === '') {
      field.focus();
      return;
    }
    this.views.set(keepView({ name, look: this.look() }));
    this.done.set(this.say.t('views.kept', { name }));
    field.value = '';
  }

  protected forget(name: string): void {
    this.views.set(forgetView(name));
    this.done.set(this.say.t('views.forgotten', { name }));
  }
}
