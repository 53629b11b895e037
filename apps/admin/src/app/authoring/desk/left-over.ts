import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { addressIn, type DraftChange, type ListedPart } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import type { DraftBook } from './draft-book';
import { DraftDesk } from './draft-desk';
import { placeWords, valueWords } from './value-words';

/** What somebody wrote and a draft did not take any more, having been closed: it stays in view until they let it go. */
@Component({
  selector: 'k-left-over',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isLeft()) {
      <div class="msg msg--warn below-2" role="alert">
        <svg kIcon="warn"></svg>
        <div class="stack-s">
          <p>
            <b>{{ say.t('leftOver.title') }}</b>
          </p>
          <p>{{ say.t('leftOver.what') }}</p>
          @for (line of lines(); track $index) {
            <div>
              <p class="label">{{ line.where }}</p>
              <p class="told">{{ line.wanted }}</p>
            </div>
          }
          <p>
            <button type="button" class="btn btn--s" (click)="desk.forgo()">
              {{ say.t('leftOver.forgo') }}
            </button>
          </p>
        </div>
      </div>
    }
  `,
})
export class LeftOver {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  protected readonly isLeft = computed(() => !this.desk.isOpen() && this.desk.pending().length > 0);
  protected readonly lines = computed(() => {
    const book = this.desk.book();
    if (book === undefined) return [];
    return this.desk.pending().flatMap(({ changes }) => changes.flatMap((each) => this.line(each, book)));
  });

  /** Only what somebody would have to write again. */
  private line(change: DraftChange, book: DraftBook) {
    const { say } = this;
    const told = (part: string, what: string, value: unknown) => [
      { where: placeWords(part, what, book, say), wanted: valueWords(value, book, say) },
    ];
    switch (change.op) {
      case 'set':
        return told(change.part, change.field, change.value);
      case 'text':
        return told(change.part, `text/${change.field}`, change.value);
      case 'translate':
        return told(change.part, `translation/${change.language}/${change.field}`, change.value);
      case 'insert': {
        const part = addressIn(change.place.into, change.value as ListedPart);
        return told(part, '', book.title(part));
      }
      default:
        return [];
    }
  }
}
