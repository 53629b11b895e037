import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { plain } from '@kilim/contracts';
import type { Id, Question } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { questionsOf } from '../desk/shares';
import { typed } from '../forms/typed';

/** The most questions that are listed at once; a search narrows them down. */
const MOST = 60;
let pickers = 0;

/** Picks a question of the draft: by code or words, in a list that narrows as one types. */
@Component({
  selector: 'k-question-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="field">
      <label [for]="id">{{ label() }}</label>
      <input
        #search
        class="in"
        type="search"
        autocomplete="off"
        [id]="id"
        [placeholder]="say.t('picker.find')"
        (input)="find.set(typed($event))"
      />
      <select class="in above-1" size="6" [attr.aria-label]="label()" (change)="pick($event)">
        @for (question of shown(); track question.id) {
          <option [value]="question.id" [selected]="question.id === chosen()">
            {{ book()?.named(question.id) }}
          </option>
        }
      </select>
      <p class="hint" role="status">{{ say.n('picker.count', found().length) }}</p>
    </div>
  `,
})
export class QuestionPicker {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly label = input.required<string>();
  readonly chosen = input<Id>();
  readonly fits = input<(question: Question) => boolean>(() => true);
  readonly picked = output<Question>();

  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  protected readonly id = `picker-${String(++pickers)}`;
  protected readonly typed = typed;
  protected readonly book = this.desk.book;
  protected readonly find = signal('');
  private readonly all = computed(() => {
    const document = this.desk.document();
    return document === undefined ? [] : questionsOf(document.questionnaire).filter(this.fits());
  });
  protected readonly found = computed(() => {
    const words = plain(this.find()).split(/\s+/).filter(Boolean);
    return this.all().filter(({ id }) => {
      const text = plain(this.book()?.named(id) ?? '');
      return words.every((word) => text.includes(word));
    });
  });
  /** The chosen one is always among them. */
  protected readonly shown = computed(() => {
    const shown = this.found().slice(0, MOST);
    const chosen = this.all().find(({ id }) => id === this.chosen());
    return chosen === undefined || shown.includes(chosen) ? shown : [chosen, ...shown];
  });

  /** Takes the focus, to search. */
  focus(): void {
    this.search().nativeElement.focus();
  }

  protected pick(event: Event): void {
    const question = this.all().find(({ id }) => id === typed(event));
    if (question) this.picked.emit(question);
  }
}
