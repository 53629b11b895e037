import {
  ChangeDetectionStrategy,
  Component,
  computed,
  forwardRef,
  inject,
  input,
  output,
} from '@angular/core';
import { conditionWords, type Condition } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { conditionSpeech } from '../../versions/condition-speech';
import { DraftDesk } from '../desk/draft-desk';
import type { ConditionPath, Joint } from './condition-path';

/** A part of a condition and where it stands; without a path it is still to be added. */
export interface LeafPlace {
  readonly path: ConditionPath | undefined;
  readonly condition?: Condition;
  /** How the group around it is joined; absent: it stands alone. */
  readonly around?: Joint | undefined;
  /** Something is to be added to it, joined in this way. */
  readonly adds?: Joint;
}

/** One part of a condition: a comparison as a button, or several joined by “and” or “or”, which are buttons, too. */
@Component({
  selector: 'k-condition-group',
  imports: [forwardRef(() => ConditionGroup), Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let whole = condition();
    @if (whole.op === 'all' || whole.op === 'any') {
      @if (path().length > 0) {
        <span aria-hidden="true">(</span>
      }
      @for (each of whole.of; track $index) {
        @if ($index > 0) {
          <button
            type="button"
            class="tok tok--join"
            [disabled]="!mayEdit()"
            [attr.aria-label]="say.t('condition.rejoin', { word: joinWord() })"
            (click)="joinChanged.emit({ path: path(), condition: whole })"
          >
            {{ joinWord() }}
          </button>
        }
        <k-condition-group
          [condition]="each"
          [path]="within($index)"
          [around]="whole.op"
          [mayEdit]="mayEdit()"
          (edited)="edited.emit($event)"
          (joinChanged)="joinChanged.emit($event)"
        />
      }
      @if (path().length > 0) {
        @if (mayEdit()) {
          <button
            type="button"
            class="tok tok--join"
            [attr.aria-label]="say.t('condition.addInside', { word: joinWord() })"
            (click)="edited.emit({ path: path(), adds: whole.op })"
          >
            <svg kIcon="plus"></svg>
          </button>
        }
        <span aria-hidden="true">)</span>
      }
    } @else if (whole.op === 'not' && isGroup()) {
      <span>{{ say.t('condition.notWord') }}</span>
      <k-condition-group
        [condition]="whole.of"
        [path]="within(0)"
        [mayEdit]="mayEdit()"
        (edited)="edited.emit($event)"
        (joinChanged)="joinChanged.emit($event)"
      />
    } @else {
      <button
        type="button"
        class="tok"
        [disabled]="!mayEdit()"
        (click)="edited.emit({ path: path(), condition: whole, around: around() })"
      >
        {{ words() }} <svg kIcon="down"></svg>
      </button>
    }
  `,
})
export class ConditionGroup {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly condition = input.required<Condition>();
  readonly path = input.required<ConditionPath>();
  /** How the group that it stands in is joined. */
  readonly around = input<Joint>();
  readonly mayEdit = input.required<boolean>();
  readonly edited = output<LeafPlace>();
  readonly joinChanged = output<LeafPlace>();

  protected readonly words = computed(() => {
    const book = this.desk.book();
    return book === undefined ? '' : conditionWords(this.condition(), conditionSpeech(book, this.say));
  });
  protected readonly joinWord = computed(() =>
    this.say.t(this.condition().op === 'any' ? 'condition.or' : 'condition.and').trim(),
  );
  protected readonly isGroup = computed(() => {
    const condition = this.condition();
    return condition.op === 'not' && (condition.of.op === 'all' || condition.of.op === 'any');
  });

  protected within(at: number): ConditionPath {
    return [...this.path(), at];
  }
}
