import { ChangeDetectionStrategy, Component, computed, Directive, inject, input } from '@angular/core';

/**
 * A field of a form with its label; under it stands what is wrong with it, or else what helps to fill it in. What is
 * filled in goes inside, marked `kControl`; what stands beside the label is marked `beside`, what else is to be read with
 * it `under`.
 */
@Component({
  selector: 'k-field',
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [class.sr]="isQuiet()" [for]="control()">{{ label() }}<ng-content select="[beside]" /></label>
    <ng-content />
    <div class="field__under" [id]="hintId()" [attr.role]="isTold() ? 'status' : null">
      @if (error() ?? hint(); as words) {
        <p class="hint" [class.tone-bad]="error() !== undefined">{{ words }}</p>
      }
      <ng-content select="[under]" />
    </div>
  `,
})
export class Field {
  /** The id of what is filled in, unlike any other on the page. */
  readonly control = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What is wrong with it; it stands in the place of the hint, and the field is marked. */
  readonly error = input<string>();
  /** The label is for screen readers alone: the place says what it is. */
  readonly isQuiet = input(false);
  /** What comes to stand under it while somebody types is told at once, not only when the field is entered. */
  readonly isTold = input(false);

  /** Of what is to be read with the field. */
  readonly hintId = computed(() => `${this.control()}-hint`);
}

/** What is filled in of a field: it carries its id, and says to screen readers what stands under it and whether it is wrong. */
@Directive({
  selector: '[kControl]',
  host: {
    '[id]': 'field.control()',
    '[attr.aria-describedby]': 'field.hintId()',
    '[attr.aria-invalid]': 'field.error() !== undefined',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
