import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { IndicatorScore, MeanScore } from '@kilim/indicators';
import { Say } from '../language/say';
import { figureOf, figureWords, scoreSentence } from '../versions/score-words';
import type { VersionBook } from '../versions/version-book';
import type { EffectLine } from './preview';

/** What a finding would do to its indicator and index, before it is recorded. */
@Component({
  selector: 'k-effect-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="sum" role="group" aria-labelledby="effect-heading">
      <h3 id="effect-heading" class="title-m">{{ say.t('effect.title') }}</h3>
      <table>
        <caption class="sr">
          {{
            say.t('effect.title')
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="num">{{ say.t('effect.claimed') }}</th>
            <th scope="col" class="num">{{ say.t('effect.found') }}</th>
            <th scope="col" class="num">{{ say.t('effect.withThis') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of shown(); track line.id) {
            <tr>
              <th scope="row">{{ line.name }}</th>
              <td class="num">
                <span aria-hidden="true">{{ line.claimed.words }}</span><span class="sr">{{
                  line.claimed.sentence
                }}</span>
              </td>
              <td class="num">
                <span aria-hidden="true">{{ line.found.words }}</span><span class="sr">{{
                  line.found.sentence
                }}</span>
              </td>
              <td class="num">
                @if (line.withThis; as then) {
                  <b aria-hidden="true">{{ then.words }}</b><span class="sr">{{ then.sentence }}</span>
                } @else {
                  <span class="faint">{{ say.t('effect.none') }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
      <p class="faint">{{ say.t('effect.note') }}</p>
    </div>
  `,
})
export class EffectPreview {
  protected readonly say = inject(Say);
  readonly lines = input.required<readonly EffectLine[]>();
  readonly book = input.required<VersionBook>();

  protected readonly shown = computed(() =>
    this.lines().map(({ id, claimed, found, withThis }) => ({
      id,
      name: this.book().title(id),
      claimed: this.said(claimed),
      found: this.said(found),
      withThis: withThis === undefined ? undefined : this.said(withThis),
    })),
  );

  private said(part: IndicatorScore | MeanScore): { readonly words: string; readonly sentence: string } {
    const figure = figureOf(part);
    return { words: figureWords(figure, this.say), sentence: scoreSentence(figure, part.score, this.say) };
  }
}
