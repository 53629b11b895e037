import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Say } from '../language/say';

/** Something to narrow to. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** A list to narrow by: to any, or to one of the choices. */
@Component({
  selector: 'k-choice-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <span>{{ label() }}</span>
      <select #list class="in in--tool" (change)="chosen.emit(list.value === '' ? undefined : list.value)">
        <option value="" [selected]="value() === undefined">{{ say.t('tools.any') }}</option>
        @for (each of choices(); track each.value) {
          <option [value]="each.value" [selected]="each.value === value()">{{ each.words }}</option>
        }
      </select>
    </label>
  `,
})
export class ChoiceBox {
  protected readonly say = inject(Say);
  readonly label = input.required<string>();
  /** Undefined: any. */
  readonly value = input.required<string | undefined>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = output<string | undefined>();
}
