import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { conditionWords, type Condition, type Id } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { conditionSpeech } from '../../versions/condition-speech';
import { DraftDesk } from '../desk/draft-desk';
import { ConditionGroup, type LeafPlace } from './condition-group';
import { joined, partOf, replaced, type Joint } from './condition-path';
import { LeafDialog } from './leaf-dialog';

/** A condition as a sentence whose parts are buttons: pick a question, a comparison, a value; never typed as code. */
@Component({
  selector: 'k-condition-editor',
  imports: [ConditionGroup, Icon, LeafDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="sentence" role="group" [attr.aria-label]="label()">
      <span>{{ lead() }}</span>
      @if (condition(); as whole) {
        <k-condition-group
          [condition]="whole"
          [path]="[]"
          [mayEdit]="mayEdit()"
          (edited)="leaf.set($event)"
          (joinChanged)="rejoin($event)"
        />
      } @else {
        <span class="muted">{{ none() }}</span>
      }
      @if (mayEdit()) {
        <button type="button" class="btn btn--s btn--quiet" (click)="leaf.set({ path: undefined })">
          <svg kIcon="plus"></svg>{{ say.t('condition.add') }}
        </button>
      }
    </div>
    @if (condition(); as whole) {
      <p class="sr">{{ words(whole) }}</p>
    }
    @if (leaf(); as place) {
      <k-leaf-dialog
        [condition]="place.condition"
        [exclude]="exclude()"
        [canRemove]="place.condition !== undefined"
        [joint]="place.condition && inner(place)"
        (chosen)="put(place, $event)"
        (removed)="put(place, undefined)"
        (joined)="joinInside(place, $event)"
        (closed)="leaf.set(undefined)"
      />
    }
  `,
})
export class ConditionEditor {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly condition = input.required<Condition | undefined>();
  readonly label = input.required<string>();
  /** How the sentence begins, and what stands there while there is no condition. */
  readonly lead = input.required<string>();
  readonly none = input('');
  /** The question the condition belongs to: it does not look at itself. */
  readonly exclude = input<Id>();
  readonly changed = output<Condition | undefined>();

  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly leaf = signal<LeafPlace | undefined>(undefined);
  private readonly book = computed(() => this.desk.book());

  protected words(condition: Condition): string {
    const book = this.book();
    return book === undefined ? '' : conditionWords(condition, conditionSpeech(book, this.say));
  }

  protected put({ path, adds }: LeafPlace, by: Condition | undefined): void {
    const whole = this.condition();
    this.leaf.set(undefined);
    if (path === undefined) {
      if (by) this.changed.emit(joined(whole, by));
    } else if (whole && adds !== undefined && by) {
      const before = partOf(whole, path);
      this.changed.emit(replaced(whole, path, before && joined(before, by, adds)));
    } else if (whole && adds === undefined) this.changed.emit(replaced(whole, path, by));
  }

  /** A comparison within a group becomes a group of its own: what is joined by “and” outside is joined by “or” inside. */
  protected inner({ around }: LeafPlace): Joint | undefined {
    return around && (around === 'all' ? 'any' : 'all');
  }

  /** Keeps what was picked for a comparison and asks for the one to join with it. */
  protected joinInside(place: LeafPlace, by: Condition): void {
    const [whole, adds] = [this.condition(), this.inner(place)];
    const { path } = place;
    if (!whole || !path || !adds) return;
    if (by !== place.condition) this.changed.emit(replaced(whole, path, by));
    this.leaf.set({ path, adds });
  }

  /** “and” becomes “or”, and back. */
  protected rejoin({ path, condition }: LeafPlace): void {
    const whole = this.condition();
    if (!whole || !path || (condition?.op !== 'all' && condition?.op !== 'any')) return;
    const op = condition.op === 'all' ? 'any' : 'all';
    this.changed.emit(replaced(whole, path, { op, of: condition.of }));
  }
}
