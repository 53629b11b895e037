import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { partAt, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Dialog } from '../../ui/dialog';
import { Control, Field } from '../../ui/field';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from '../forms/typed';
import { listedIn, seatOf } from '../tree/places';

/** Moves parts behind another one, or to the beginning of a page: the way for whoever neither drags nor steps. */
@Component({
  selector: 'k-move-dialog',
  imports: [Control, Dialog, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-dialog
      #dialog
      [heading]="say.t('move.title')"
      [closeWord]="say.t('dialog.close')"
      (closed)="closed.emit()"
    >
      <p class="muted">{{ names() }}</p>
      @if (owners().length > 0) {
        <k-field control="move-owner" [label]="say.t('move.page')">
          <select kControl class="in" (change)="owner.set(typed($event))">
            @for (each of owners(); track each) {
              <option [value]="each" [selected]="each === owner()">{{ book()?.named(each) }}</option>
            }
          </select>
        </k-field>
      }
      <k-field control="move-after" [label]="say.t('move.after')">
        <select kControl class="in" (change)="after.set(typed($event))">
          @if (owners().length > 0) {
            <option value="" [selected]="after() === ''">{{ say.t('move.first') }}</option>
          }
          @for (each of siblings(); track each) {
            <option [value]="each" [selected]="each === after()">{{ book()?.named(each) }}</option>
          }
        </select>
      </k-field>
      <ng-container actions>
        <button type="button" class="btn" (click)="dialog.close()">{{ say.t('dialog.cancel') }}</button>
        <button type="button" class="btn btn--go" (click)="go()">{{ say.t('move.go') }}</button>
      </ng-container>
    </k-dialog>
  `,
})
export class MoveDialog {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly parts = input.required<readonly PartAddress[]>();
  readonly chosen = output<{
    readonly parts: readonly PartAddress[];
    readonly to: PartAddress;
    readonly isInto: boolean;
  }>();
  readonly closed = output();

  protected readonly typed = typed;
  protected readonly book = this.desk.book;
  private readonly seat = computed(() => {
    const document = this.desk.document();
    return document && seatOf(document, this.parts()[0] ?? '');
  });
  protected readonly names = computed(() =>
    this.say.list(this.parts().map((part) => this.book()?.code(part) ?? part)),
  );
  /** Pages and repeated sets, for questions; everything else stays in its list. */
  protected readonly owners = computed(() => {
    const document = this.desk.document();
    if (document === undefined || this.seat()?.list !== 'questions') return [];
    const isSet = this.parts().some((part) => {
      const found = partAt(document.questionnaire, part) as { readonly kind?: string } | undefined;
      return found?.kind === 'set';
    });
    return document.questionnaire.sections.flatMap(({ id, questions }) => [
      id,
      ...(isSet ? [] : questions.filter(({ kind }) => kind === 'set').map((set) => set.id)),
    ]);
  });
  protected readonly owner = linkedSignal(() => this.seat()?.owner ?? 'questionnaire');
  protected readonly siblings = computed(() => {
    const [document, seat] = [this.desk.document(), this.seat()];
    if (!document || !seat) return [];
    const among = this.owners().length > 0 ? listedIn(document, this.owner(), 'questions') : seat.among;
    return among.filter((part) => !this.parts().includes(part));
  });
  protected readonly after = linkedSignal(() => this.siblings().at(-1) ?? '');

  protected go(): void {
    const after = this.after();
    this.chosen.emit({ parts: this.parts(), to: after === '' ? this.owner() : after, isInto: after === '' });
  }
}
