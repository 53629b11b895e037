import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
} from '@angular/core';
import type { Evidence } from '@kilim/contracts';
import {
  rankedCount,
  readTypedNumber,
  validateAnswer,
  type Answer,
  type AnswerValue,
  type CompiledQuestion,
  type Option,
} from '@kilim/indicators';
import { Say } from '../language/say';
import { Control, Field } from '../ui/field';
import { pointsWords } from '../versions/points-words';
import type { VersionBook } from '../versions/version-book';

/** The value of a finding, in the control that fits its question, with the points each choice is worth. */
@Component({
  selector: 'k-value-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './value-field.html',
})
export class ValueField {
  protected readonly say = inject(Say);
  readonly compiled = input.required<CompiledQuestion>();
  readonly book = input.required<VersionBook>();
  /** What a file question can be answered with. */
  readonly evidence = input<readonly Evidence[]>([]);
  /** The instances that the city's list holds: a finding on a set keeps some of them. */
  readonly listed = input<readonly string[]>([]);
  /** Somebody tried to record without a value that fits. */
  readonly isMissing = input(false);
  /** Undefined: nothing has been chosen yet. */
  readonly answer = model<Answer | undefined>();

  protected readonly question = computed(() => this.compiled().question);
  protected readonly isNotApplicable = computed(() => this.answer()?.kind === 'notApplicable');
  protected readonly value = computed(() => {
    const answer = this.answer();
    return answer?.kind === 'value' ? answer.value : undefined;
  });
  /** What was typed for a number, until it is one. */
  protected readonly typed = linkedSignal({
    source: () => this.question().id,
    computation: () => {
      const value = this.value();
      return typeof value === 'number'
        ? String(value).replace('.', this.say.language() === 'pl' ? ',' : '.')
        : '';
    },
  });
  protected readonly faults = computed(() => {
    const value = this.value();
    if (value === undefined)
      return this.isNotApplicable() || this.typed() === '' ? [] : [this.say.t('fault.notANumber')];
    return validateAnswer(this.question(), value).map(({ code, limit }) =>
      this.say.t(`fault.${code}`, { limit: limit === undefined ? '' : this.say.number(limit) }),
    );
  });

  /** What is wrong with the value, to be read with it. */
  protected readonly error = computed(() => {
    const faults = this.faults();
    if (faults.length > 0) return faults.join(' ');
    return this.isMissing() ? this.say.t('finding.value.missing') : undefined;
  });
  /** The value is made of several controls; what is wrong with it is told below them. */
  protected readonly isGroup = computed(() =>
    ['multiple', 'ranking', 'file', 'set', 'matrix'].includes(this.question().kind),
  );

  /** Of several controls the first is marked: there one begins to put it right. */
  protected isWrongAt(isFirst: boolean): true | null {
    return isFirst && this.error() !== undefined ? true : null;
  }

  protected readonly yesNo = computed(() => {
    const points = this.compiled().scoring?.points;
    const worth = (of: 'yes' | 'no'): string =>
      points?.kind === 'yesNo' ? ` (${pointsWords(points[of], this.say)})` : '';
    return { yes: this.say.t('answer.yes') + worth('yes'), no: this.say.t('answer.no') + worth('no') };
  });

  protected optionWords(option: Option): string {
    const points = this.compiled().scoring?.points;
    const title = this.book().title(option.id);
    if (points?.kind === 'single' || points?.kind === 'multiple')
      return `${title} (${pointsWords(points.byOption.get(option.id) ?? 0, this.say)})`;
    if (points?.kind === 'matrix')
      return `${title} (${pointsWords(points.byColumn.get(option.id) ?? 0, this.say)})`;
    return title;
  }

  /** What a figure is worth, in steps or along a line. */
  protected readonly bands = computed(() => {
    const points = this.compiled().scoring?.points;
    if (points?.kind === 'curve')
      return points.steps
        .map(({ at, points: worth }) =>
          this.say.t('value.at', { at: this.say.number(at, 6), points: pointsWords(worth, this.say) }),
        )
        .join('; ');
    if (points?.kind !== 'banded') return undefined;
    return points.bands
      .map(({ from, points: worth }) =>
        this.say.t('value.band', { from: this.say.number(from), points: pointsWords(worth, this.say) }),
      )
      .join('; ');
  });

  protected isChosen(id: string): boolean {
    const value = this.value();
    return Array.isArray(value) && value.includes(id);
  }

  /** The places of a ranking, each with the option put there. */
  protected readonly places = computed(() => {
    const question = this.question();
    if (question.kind !== 'ranking') return [];
    const value = this.value();
    const chosen = Array.isArray(value) ? value : [];
    return Array.from({ length: rankedCount(question) }, (_, at) => chosen[at] ?? '');
  });

  /** Puts an option in a place; where it stood before, the one that stood here goes. */
  protected rank(place: number, event: Event): void {
    const option = valueOf(event);
    const before = this.places();
    const next = before.map((id, at) => {
      if (at === place) return option;
      return id === option && option !== '' ? (before[place] ?? '') : id;
    });
    const ranked = next.filter((id) => id !== '');
    this.take(ranked.length === 0 ? undefined : ranked);
  }

  /** Keeps an instance of the city's list, or takes it out. */
  protected toggleListed(id: string): void {
    const value = this.value();
    const kept = Array.isArray(value) ? value : this.listed();
    this.take(this.listed().filter((each) => (each === id) !== kept.includes(each)));
  }

  protected rowValue(id: string): string {
    const value = this.value();
    return typeof value === 'object' && !Array.isArray(value) ? (value[id] ?? '') : '';
  }

  protected textValue(): string {
    const value = this.value();
    return typeof value === 'string' ? value : '';
  }

  protected take(value: AnswerValue | undefined): void {
    this.answer.set(value === undefined ? undefined : { kind: 'value', value });
  }

  protected takeYesNo(event: Event): void {
    const chosen = valueOf(event);
    this.take(chosen === '' ? undefined : chosen === 'yes');
  }

  protected takeText(event: Event): void {
    const text = valueOf(event);
    this.take(text === '' ? undefined : text);
  }

  protected takeNumber(event: Event): void {
    const text = valueOf(event).trim();
    this.typed.set(text);
    const value = readTypedNumber(text);
    this.take(typeof value === 'number' ? value : undefined);
  }

  protected toggle(id: string): void {
    const value = this.value();
    const chosen = Array.isArray(value) ? value : [];
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    this.take(next.length === 0 ? undefined : next);
  }

  protected takeRow(row: string, event: Event): void {
    const value = this.value();
    const before = typeof value === 'object' && !Array.isArray(value) ? value : {};
    const rest = Object.fromEntries(Object.entries(before).filter(([id]) => id !== row));
    const chosen = valueOf(event);
    const next = chosen === '' ? rest : { ...rest, [row]: chosen };
    this.take(Object.keys(next).length === 0 ? undefined : next);
  }

  protected toggleNotApplicable(): void {
    this.answer.set(this.isNotApplicable() ? undefined : { kind: 'notApplicable' });
  }
}

function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
    ? target.value
    : '';
}
