import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listVersions } from '@kilim/contracts';
import { read } from '../api/read';
import { Say } from '../language/say';
import { PageState } from '../page/page-state';
import { titled } from '../page/page-title';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';

/** The published versions of the questionnaires, newest first. */
@Component({
  selector: 'k-versions-page',
  imports: [Icon, RouterLink, PageHeader, PageState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--reading">
      <k-page-header [heading]="say.t('versions.title')" [wayWord]="say.t('page.way')">
        <ng-container meta
          ><span>{{ say.t('versions.lead') }}</span></ng-container
        >
        <ng-container actions>
          @if (session.may('questionnaire:publish')) {
            <a class="btn btn--go" routerLink="/questionnaires/publish"
              ><svg kIcon="upload"></svg>{{ say.t('publish.title') }}</a
            >
          }
        </ng-container>
      </k-page-header>
      <k-page-state [of]="[versions]" [tall]="false" />
      @if (versions.hasValue()) {
        <section class="panel" [attr.aria-label]="say.t('versions.title')">
          <div class="panel__body above-4">
            <ul class="list">
              @for (each of newestFirst(); track each.id) {
                <li>
                  <p>
                    <a class="reach" [routerLink]="['/questionnaires', each.id]"
                      ><b>{{ each.title }}, {{ each.version }}</b></a
                    >
                    @if (each.illustrative) {
                      <span class="demo-mark">{{ say.t('version.illustrative') }}</span>
                    }
                  </p>
                  <p class="head__meta flush">
                    <span>{{ say.t('version.published', { date: say.date(each.publishedAt) }) }}</span>
                    <span>{{ languages(each.languages) }}</span>
                    <span class="hash">{{ each.hash.slice(0, 12) }}</span>
                  </p>
                </li>
              } @empty {
                <li>
                  <div class="empty">
                    <p>{{ say.t('versions.empty') }}</p>
                    <p>{{ say.t('versions.empty.how') }}</p>
                  </div>
                </li>
              }
            </ul>
          </div>
        </section>
      }
    </div>
  `,
})
export class VersionsPage {
  protected readonly say = inject(Say);
  protected readonly session = inject(Session);
  protected readonly versions = read(listVersions, () => ({}));
  protected readonly newestFirst = computed(() =>
    [...(this.versions.hasValue() ? this.versions.value().versions : [])].sort((a, b) =>
      a.publishedAt < b.publishedAt ? 1 : -1,
    ),
  );

  constructor() {
    titled(() => this.say.t('versions.title'));
  }

  protected languages(languages: readonly { readonly language: string }[]): string {
    return this.say.list(languages.map(({ language }) => this.say.languageName(language)));
  }
}
