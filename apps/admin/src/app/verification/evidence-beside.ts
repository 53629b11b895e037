import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Evidence } from '@kilim/contracts';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';

/** The evidence of one answer, beside it. */
@Component({
  selector: 'k-evidence-beside',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="title-l">
      {{ evidence().length === 0 ? say.t('evidence.label') : say.n('evidence.count', evidence().length) }}
    </h2>
    @for (each of evidence(); track each.id) {
      <article class="above-4">
        <h3>{{ each.title }}</h3>
        <p class="faint">{{ facts(each) }}</p>
        @if (passage(each); as words) {
          <blockquote class="sheet sheet--passage above-2">
            <p>{{ words }}</p>
          </blockquote>
        }
        <p class="faint above-2">
          {{ say.t('evidence.added', { name: each.addedBy.name, moment: say.moment(each.addedAt) }) }}
          @if (each.uses.length > 1) {
            {{ say.n('evidence.uses', each.uses.length - 1) }}
          }
        </p>
        @if (each.url) {
          <p class="above-2">
            <a class="btn btn--s" [href]="each.url" target="_blank" rel="noopener noreferrer"
              ><svg kIcon="file"></svg>{{ say.t('evidence.open')
              }}<span class="sr">: {{ each.title }}{{ say.t('page.newTab') }}</span></a
            >
          </p>
        } @else {
          <p class="faint above-2">{{ say.t('evidence.noLink') }}</p>
        }
      </article>
    } @empty {
      <div class="empty">
        <p>{{ say.t('evidence.none') }}</p>
        <p>{{ say.t('evidence.none.how') }}</p>
      </div>
    }
  `,
})
export class EvidenceBeside {
  protected readonly say = inject(Say);
  readonly evidence = input.required<readonly Evidence[]>();
  readonly questionId = input.required<string>();

  protected passage({ uses }: Evidence): string | undefined {
    return uses.find(({ questionId }) => questionId === this.questionId())?.passage;
  }

  protected facts({ publisher, level, date }: Evidence): string {
    return [
      publisher,
      this.say.t(`evidence.level.${level}`),
      date === undefined ? undefined : this.say.partialDate(date),
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  }
}
