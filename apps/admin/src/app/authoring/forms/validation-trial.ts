import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import {
  evaluateCondition,
  lookedAt,
  optionsOf,
  readTypedNumber,
  type AnswerValue,
  type Id,
  type Question,
  type QuestionKind,
  type Validation,
} from '@kilim/indicators';
import { Say } from '../../language/say';
import { Control, Field } from '../../ui/field';
import { DraftDesk } from '../desk/draft-desk';
import { typed } from './typed';

/** Kinds whose answers fit into one field; the others are tried in the preview. */
const SIMPLE: ReadonlySet<QuestionKind> = new Set([
  'yesNo',
  'single',
  'number',
  'share',
  'computed',
  'date',
  'text',
]);

/** Tries a validation: say what would be answered, and see whether it holds. */
@Component({
  selector: 'k-validation-trial',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ say.t('try.title') }}</summary>
      @if (!isSimple()) {
        <p class="hint">{{ say.t('try.preview') }}</p>
      }
      <div class="triple above-2">
        @for (question of questions(); track question.id) {
          <k-field [control]="'try-' + question.id" [label]="book()?.named(question.id) ?? ''">
            @switch (question.kind) {
              @case ('yesNo') {
                <select kControl class="in" (change)="answer(question, typed($event))">
                  <option value="">{{ say.t('answer.none') }}</option>
                  <option value="true">{{ say.t('answer.yes') }}</option>
                  <option value="false">{{ say.t('answer.no') }}</option>
                </select>
              }
              @case ('single') {
                <select kControl class="in" (change)="answer(question, typed($event))">
                  <option value="">{{ say.t('answer.none') }}</option>
                  @for (option of options(question); track option.id) {
                    <option [value]="option.id">{{ book()?.title(option.id) }}</option>
                  }
                </select>
              }
              @default {
                <input
                  kControl
                  class="in"
                  autocomplete="off"
                  [type]="question.kind === 'date' ? 'date' : 'text'"
                  (input)="answer(question, typed($event))"
                />
              }
            }
          </k-field>
        }
      </div>
      <p class="above-2" role="status">
        @switch (holds()) {
          @case (true) {
            <span class="tone-ok">{{ say.t('try.holds') }}</span>
          }
          @case (false) {
            <span class="tone-bad">{{ say.t('try.violated') }}</span>
          }
        }
      </p>
    </details>
  `,
})
export class ValidationTrial {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly validation = input.required<Validation>();

  protected readonly typed = typed;
  protected readonly book = this.desk.book;
  private readonly given = signal<Readonly<Record<Id, AnswerValue>>>({});
  private readonly looked = computed(() =>
    lookedAt(this.validation().holds).flatMap((id) => this.book()?.question(id)?.question ?? []),
  );
  protected readonly isSimple = computed(() => this.looked().every(({ kind }) => SIMPLE.has(kind)));
  protected readonly questions = computed(() => (this.isSimple() ? this.looked() : []));
  /** Undefined until everything it looks at is given: what is open contradicts nothing. */
  protected readonly holds = computed(() => {
    const given = this.given();
    const questions = this.questions();
    if (questions.length === 0 || questions.some(({ id }) => given[id] === undefined)) return undefined;
    return evaluateCondition(this.validation().holds, { valueOf: (id) => given[id], within: () => [] });
  });

  protected options(question: Question): readonly { readonly id: Id }[] {
    return optionsOf(question);
  }

  protected answer(question: Question, text: string): void {
    const value = valueOf(question, text);
    this.given.update(({ [question.id]: _, ...others }) =>
      value === undefined ? others : { ...others, [question.id]: value },
    );
  }
}

/** What was typed, as an answer of that kind; undefined while it is none. */
function valueOf({ kind }: Question, text: string): AnswerValue | undefined {
  if (text === '') return undefined;
  if (kind === 'yesNo') return text === 'true';
  if (kind !== 'number' && kind !== 'share' && kind !== 'computed') return text;
  const value = readTypedNumber(text);
  return typeof value === 'number' ? value : undefined;
}
