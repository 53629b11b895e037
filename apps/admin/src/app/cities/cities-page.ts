import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { listAssessments, plain, type Assessment } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { FindBox } from '../page/find-box';
import { PageHeader } from '../ui/page-header';

/** Every city in every round that one may see, each city's newest round first. */
@Component({
  selector: 'k-cities-page',
  imports: [FindBox, PageHeader, PageState, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <k-page-header [heading]="say.t('cities.title')" [wayWord]="say.t('page.way')" />
      <k-page-state [of]="[assessments]" [tall]="false" />
      @if (assessments.hasValue()) {
        <section class="panel" aria-labelledby="cities-heading">
          <div class="panel__head">
            <h2 id="cities-heading">{{ say.n('cities', count()) }}</h2>
            <div class="tools" role="search">
              <k-find-box [among]="say.t('cities.find')" [words]="find()" (found)="narrow($event)" />
            </div>
          </div>
          <div class="panel__body scroll" tabindex="0" role="group" [attr.aria-label]="say.t('cities.title')">
            @if (shown().length > 0) {
              <table class="tbl tbl--cards" role="table">
                <caption class="sr">
                  {{
                    say.t('cities.title')
                  }}
                </caption>
                <thead role="rowgroup">
                  <tr role="row">
                    <th role="columnheader" scope="col">{{ say.t('matrix.city') }}</th>
                    <th role="columnheader" scope="col">{{ say.t('matrix.country') }}</th>
                    <th role="columnheader" scope="col">{{ say.t('cities.round') }}</th>
                    <th role="columnheader" scope="col">{{ say.t('matrix.state') }}</th>
                    <th role="columnheader" scope="col">{{ say.t('matrix.due') }}</th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  @for (each of shown(); track each.id) {
                    <tr role="row">
                      <th role="rowheader" scope="row">
                        <a class="reach" [routerLink]="['/cities', each.id]">{{ each.city.name }}</a>
                      </th>
                      <td role="cell" [attr.data-head]="say.t('matrix.country')">
                        {{ say.country(each.city.country) }}
                      </td>
                      <td role="cell" [attr.data-head]="say.t('cities.round')">{{ each.round.name }}</td>
                      <td role="cell" [attr.data-head]="say.t('matrix.state')">
                        {{
                          say.t('cities.stateSince', {
                            state: say.t(stateKey(each.state)),
                            date: say.date(each.stateSince),
                          })
                        }}
                      </td>
                      <td role="cell" [attr.data-head]="say.t('matrix.due')">
                        {{ say.localDate(each.deadline.localTime) }}
                        <small class="zone"
                          >{{ say.clock(each.deadline.localTime) }} {{ each.deadline.zone }}</small
                        >
                      </td>
                    </tr>
                  }
                </tbody>
              </table>
            } @else {
              <div class="empty">
                <p>{{ say.t((find() ?? '') === '' ? 'cities.empty' : 'cities.none') }}</p>
              </div>
            }
          </div>
        </section>
      }
    </div>
  `,
})
export class CitiesPage {
  protected readonly say = inject(Say);
  private readonly router = inject(Router);
  /** What is looked for, from the address. */
  readonly find = input<string>();
  protected readonly assessments = read(listAssessments, () => ({}));
  protected readonly shown = computed(() => {
    const all = this.assessments.hasValue() ? this.assessments.value().assessments : [];
    const names = new Intl.Collator(this.say.language());
    const wanted = plain(this.find() ?? '');
    return all
      .filter(({ city, round }) =>
        [city.name, city.country, this.say.country(city.country), round.name].some((word) =>
          plain(word).includes(wanted),
        ),
      )
      .sort((a, b) => names.compare(a.city.name, b.city.name) || (isNewer(a, b) ? -1 : 1));
  });
  protected readonly count = computed(() => new Set(this.shown().map(({ city }) => city.id)).size);

  constructor() {
    titled(() => this.say.t('cities.title'));
  }

  protected narrow(find: string | undefined): void {
    void this.router.navigate([], {
      queryParams: { find: find ?? null },
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected stateKey<State extends string>(state: State): `state.${State}` {
    return `state.${state}`;
  }
}

function isNewer(one: Assessment, other: Assessment): boolean {
  return one.deadline.instant > other.deadline.instant;
}
