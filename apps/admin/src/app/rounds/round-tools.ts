import { WAITING_ON } from '@kilim/contracts';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Say } from '../language/say';
import { ChoiceBox, type Choice } from '../page/choice-box';
import { FindBox } from '../page/find-box';
import { Icon } from '../ui/icon';
import type { Choices } from './round-choices';
import { isNarrowed, sortName, SORTS, type LookAddress, type RoundLook, type Waits } from './round-look';

/** What the lines of the matrix are narrowed to and sorted by. */
@Component({
  selector: 'k-round-tools',
  imports: [ChoiceBox, FindBox, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-tools.html',
})
export class RoundTools {
  protected readonly say = inject(Say);
  readonly look = input.required<RoundLook>();
  readonly choices = input.required<Choices>();
  /** How many cities the round has, and how many of them are shown. */
  readonly total = input.required<number>();
  readonly shown = input.required<number>();
  /** Codes of indicators, which one can sort by as well. */
  readonly codes = input.required<readonly string[]>();
  readonly changed = output<LookAddress>();
  /** As `changed`, while somebody is typing: one step back should not undo one letter. */
  readonly typed = output<LookAddress>();

  protected readonly sorts = SORTS;
  protected readonly sortName = computed(() => sortName(this.look().sort));
  protected readonly isNarrowed = computed(() => isNarrowed(this.look()));
  /** Whom one waits for, and why that is worth knowing, each as a group of the list. */
  protected readonly waits = computed(() => {
    const on: readonly string[] = WAITING_ON;
    const counted = this.choices().waits;
    return [
      { label: this.say.t('matrix.waiting'), of: counted.filter(({ value }) => on.includes(value)) },
      { label: this.say.t('tools.reason'), of: counted.filter(({ value }) => !on.includes(value)) },
    ].filter(({ of }) => of.length > 0);
  });
  protected readonly states = computed((): readonly Choice[] =>
    this.choices().states.map(({ value, count }) => ({
      value,
      words: this.counted(this.say.t(`state.${value}`), count),
    })),
  );
  protected readonly countries = computed((): readonly Choice[] =>
    this.choices().countries.map(({ value, count }) => ({
      value,
      words: this.counted(this.say.country(value), count),
    })),
  );

  protected choose(part: 'sort' | 'waits', event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const isUsual = value === '' || (part === 'sort' && value === 'city');
    this.changed.emit({ [part]: isUsual ? undefined : value, ...(part === 'sort' && { order: undefined }) });
  }

  protected turn(): void {
    this.changed.emit({ order: this.look().isReversed ? undefined : 'reversed' });
  }

  protected clear(): void {
    this.changed.emit({ state: undefined, country: undefined, waits: undefined, find: undefined });
  }

  protected waitsKey(value: Waits): `tools.waits.${Waits}` {
    return `tools.waits.${value}`;
  }

  private counted(words: string, count: number): string {
    return `${words} (${this.say.number(count)})`;
  }
}
