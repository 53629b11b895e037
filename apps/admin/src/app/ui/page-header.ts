import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** One step of the way to a page; the last one, the page itself, has no link. */
export interface Crumb {
  readonly words: string;
  readonly link?: readonly string[];
}

/** The head of a page: the way here, its title, facts below, actions beside. */
@Component({
  selector: 'k-page-header',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (crumbs().length > 0) {
      <nav [attr.aria-label]="wayWord()">
        <ol class="crumbs">
          @for (crumb of crumbs(); track $index) {
            <li>
              @if (crumb.link) {
                <a [routerLink]="crumb.link">{{ crumb.words }}</a>
              } @else {
                <span aria-current="page">{{ crumb.words }}</span>
              }
            </li>
          }
        </ol>
      </nav>
    }
    <div class="head">
      <div>
        <h1 id="page-heading" tabindex="-1">{{ heading() }}</h1>
        <div class="head__meta"><ng-content select="[meta]" /></div>
      </div>
      <div class="row"><ng-content select="[actions]" /></div>
    </div>
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  /** What the list of crumbs is called. */
  readonly wayWord = input.required<string>();
}
