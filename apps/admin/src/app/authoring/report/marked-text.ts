import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { directionOf } from '@kilim/indicators';
import { Say } from '../../language/say';
import { markedWords } from './marked-words';

/** Two wordings side by side: what went is struck through on one side, what came is marked on the other. */
@Component({
  selector: 'k-marked-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pair marked" [attr.lang]="lang() ?? null" [attr.dir]="direction()">
      <p class="told">
        <span class="sr">{{ say.t('difference.before') }} </span>
        @for (piece of pieces(); track $index) {
          @if (piece.kind === 'same') {
            <span>{{ piece.text }}</span>
          } @else if (piece.kind === 'gone') {
            <del>{{ piece.text }}</del>
          }
        }
      </p>
      <p class="told">
        <span class="sr">{{ say.t('difference.after') }} </span>
        @for (piece of pieces(); track $index) {
          @if (piece.kind === 'same') {
            <span>{{ piece.text }}</span>
          } @else if (piece.kind === 'new') {
            <ins>{{ piece.text }}</ins>
          }
        }
      </p>
    </div>
  `,
})
export class MarkedText {
  protected readonly say = inject(Say);
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly lang = input<string>();
  protected readonly pieces = computed(() => markedWords(this.before(), this.after()));
  protected readonly direction = computed(() => {
    const language = this.lang();
    return language === undefined ? null : directionOf(language);
  });
}
