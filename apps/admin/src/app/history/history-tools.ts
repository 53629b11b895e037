import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { HistoryAction, type Account, type Assessment } from '@kilim/contracts';
import { Say } from '../language/say';
import type { VersionBook } from '../versions/version-book';
import { ChoiceBox, type Choice } from '../page/choice-box';
import { FindBox } from '../page/find-box';
import { NARROWING, type HistoryAddress } from './history-narrowing';

/** Who, what, where, when and which words: what the entries of the audit are narrowed to. */
@Component({
  selector: 'k-history-tools',
  imports: [ChoiceBox, FindBox],
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

  /** The server looks through all entries: not at every letter. */
  protected readonly rest = 300;
  protected readonly persons = computed((): readonly Choice[] =>
    this.people().map(({ id, name }) => ({ value: id, words: name })),
  );
  protected readonly actions = computed((): readonly Choice[] =>
    HistoryAction.options.map((value) => ({ value, words: this.say.t(`action.${value}`) })),
  );
  protected readonly isNarrowed = computed(() =>
    NARROWING.some((part) => this.address()[part] !== undefined),
  );
  protected readonly rounds = computed((): readonly Choice[] =>
    [...new Map(this.assessments().map(({ round }) => [round.id, round.name]))].map(([value, words]) => ({
      value,
      words,
    })),
  );
  protected readonly cities = computed((): readonly Choice[] => {
    const round = this.address().round;
    return this.assessments()
      .filter((each) => round === undefined || each.round.id === round)
      .sort((a, b) => a.city.name.localeCompare(b.city.name, this.say.language()))
      .map(({ id, city, round: { name } }) => ({ value: id, words: `${city.name}, ${name}` }));
  });
  protected readonly questions = computed((): readonly Choice[] => {
    const book = this.book();
    return book === undefined
      ? []
      : book.compiled.questions.map((each) => ({ value: each.question.id, words: book.named(each) }));
  });

  protected choose(part: (typeof NARROWING)[number], value: string | undefined): void {
    // A question belongs to a city's version, a city to its round.
    const follows = {
      ...((part === 'assessment' || part === 'round') && { question: undefined }),
      ...(part === 'round' && { assessment: undefined }),
    };
    this.changed.emit({ ...follows, [part]: value });
  }

  protected clear(): void {
    this.changed.emit(Object.fromEntries(NARROWING.map((part) => [part, undefined])));
  }
}
