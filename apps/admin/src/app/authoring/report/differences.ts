import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { VersionChange } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { valueWords } from '../desk/value-words';
import { changedValue, changeName, changeWhat, groupedChanges } from './change-words';
import { MarkedText } from './marked-text';

/** What two contents differ in, by kind of change, old and new side by side with the words marked. */
@Component({
  selector: 'k-differences',
  imports: [MarkedText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './differences.html',
  host: { class: 'stack' },
})
export class Differences {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly changes = input.required<readonly VersionChange[]>();

  protected readonly name = changeName;
  protected readonly what = changeWhat;
  protected readonly groups = computed(() => {
    const source = this.desk.document()?.questionnaire.sourceLanguage ?? 'en';
    return groupedChanges(this.changes(), source);
  });

  protected words(change: VersionChange, side: 'from' | 'to'): string {
    const book = this.desk.book();
    return book ? valueWords(changedValue(change, side), book, this.say) : '';
  }
}
