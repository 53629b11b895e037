import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { HistoryAction, type Account, type Assessment } from '@kilim/contracts';
import { Say } from '../language/say';
import type { VersionBook } from '../versions/version-book';
import { NARROWING, type HistoryAddress } from './history-narrowing';

/** How long one has stopped typing before the entries follow. */
const TYPED_MS = 300;

/** Who, what, where, when and which words: what the entries of the audit are narrowed to. */
@Component({
  selector: 'k-history-tools',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './history-tools.html',
})
export class HistoryTools {
  protected readonly say = inject(Say);
  readonly address = input.required<HistoryAddress>();
  readonly people = input.required<readonly Account[]>();
  readonly assessments = input.required<readonly Assessment[]>();
  /** Of the assessment that is chosen: its questions can be chosen then. */
  readonly book = input<VersionBook>();
  readonly changed = output<HistoryAddress>();
  readonly typed = output<HistoryAddress>();

  protected readonly actions = HistoryAction.options;
  protected readonly isNarrowed = computed(() =>
    NARROWING.some((part) => this.address()[part] !== undefined),
  );
  protected readonly rounds = computed(() => [
    ...new Map(this.assessments().map(({ round }) => [round.id, round.name])),
  ]);
  protected readonly cities = computed(() => {
    const round = this.address().round;
    return this.assessments()
      .filter((each) => round === undefined || each.round.id === round)
      .sort((a, b) => a.city.name.localeCompare(b.city.name, this.say.language()));
  });
  protected readonly questions = computed(() => {
    const book = this.book();
    return book === undefined
      ? []
      : book.compiled.questions.map((each) => ({ id: each.question.id, words: book.named(each) }));
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected choose(part: (typeof NARROWING)[number], event: Event): void {
    const field = event.target;
    const isField = field instanceof HTMLSelectElement || field instanceof HTMLInputElement;
    const value = isField && field.value !== '' ? field.value : undefined;
    // A question belongs to a city's version, a city to its round.
    const follows = {
      ...((part === 'assessment' || part === 'round') && { question: undefined }),
      ...(part === 'round' && { assessment: undefined }),
    };
    this.changed.emit({ ...follows, [part]: value });
  }

  protected type(event: Event): void {
    const words = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typed.emit({ find: words === '' ? undefined : words }), TYPED_MS);
  }

  protected clear(): void {
    clearTimeout(this.timer);
    this.changed.emit(Object.fromEntries(NARROWING.map((part) => [part, undefined])));
  }
}
