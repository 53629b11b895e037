import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Assessment, listAssessments, takesFindings, waitsFor } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { PageHeader } from '../ui/page-header';

/** The assessments an expert has been given: first those that can be judged now. */
@Component({
  selector: 'k-to-verify-page',
  imports: [RouterLink, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <k-page-header [heading]="say.t('toVerify.title')" [wayWord]="say.t('page.way')">
        <ng-container meta
          ><span>{{ say.t('toVerify.lead') }}</span></ng-container
        >
      </k-page-header>
      <k-page-state [of]="[assessments]" [tall]="false" />
      @if (assessments.hasValue()) {
        <section class="panel" aria-labelledby="ready-heading">
          <div class="panel__head">
            <h2 id="ready-heading">{{ say.t('toVerify.ready') }}</h2>
          </div>
          <div class="panel__body">
            <ul class="list">
              @for (each of ready(); track each.id) {
                <li class="row row--apart">
                  <span class="grow">
                    <b>{{ each.city.name }}</b><br /><span class="muted"
                      >{{ each.round.name }} · {{ since(each) }}</span
                    >
                    @if (each.state === 'clarification') {
                      <br /><span class="muted">{{ say.t('toVerify.asked') }}</span>
                    }
                  </span>
                  <a class="btn" [class.btn--go]="$first" [routerLink]="['/verification', each.id]"
                    >{{ say.t('toVerify.begin') }}<span class="sr">: {{ each.city.name }}</span></a
                  >
                </li>
              } @empty {
                <li>
                  <div class="empty">
                    <p>{{ say.t('toVerify.none') }}</p>
                    <p>{{ say.t('toVerify.none.how') }}</p>
                  </div>
                </li>
              }
            </ul>
          </div>
        </section>
        @if (others().length > 0) {
          <section class="panel above-4" aria-labelledby="others-heading">
            <div class="panel__head">
              <h2 id="others-heading">{{ say.t('toVerify.others') }}</h2>
            </div>
            <div class="panel__body">
              <ul class="list">
                @for (each of others(); track each.id) {
                  <li class="row row--apart">
                    <a class="reach" [routerLink]="['/cities', each.id]"
                      >{{ each.city.name }}, {{ each.round.name }}</a
                    >
                    <span class="muted">{{ since(each) }}</span>
                  </li>
                }
              </ul>
            </div>
          </section>
        }
      }
    </div>
  `,
})
export class ToVerifyPage {
  protected readonly say = inject(Say);
  protected readonly assessments = read(listAssessments, () => ({}));
  private readonly mine = computed(() =>
    (this.assessments.hasValue() ? this.assessments.value().assessments : [])
      .filter(({ may }) => may.includes('finding:write'))
      .sort((a, b) => (a.stateSince < b.stateSince ? -1 : 1)),
  );
  /** Where it is one's own move first; a city that is asked can be judged meanwhile, and waits for nobody here. */
  protected readonly ready = computed(() => {
    const open = this.mine().filter(({ state }) => takesFindings(state));
    const isOwn = ({ state }: Assessment): boolean => waitsFor(state) === 'expert';
    return [...open.filter(isOwn), ...open.filter((each) => !isOwn(each))];
  });
  protected readonly others = computed(() =>
    this.mine()
      .filter(({ state }) => !takesFindings(state))
      .reverse(),
  );

  constructor() {
    titled(() => this.say.t('toVerify.title'));
  }

  /** How it stands, and since when. */
  protected since({ state, stateSince }: Assessment): string {
    return this.say.t('cities.stateSince', {
      state: this.say.t(`state.${state}`),
      date: this.say.date(stateSince),
    });
  }
}
