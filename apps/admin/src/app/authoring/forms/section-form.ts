import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { FieldFaults } from '../checks/field-faults';
import { TextInput } from './text-input';
import { WordInput } from './word-input';

/** A page of the form. */
@Component({
  selector: 'k-section-form',
  imports: [FieldFaults, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-text-input [part]="part()" [label]="say.t('field.title')" />
    <k-word-input class="short" [part]="part()" [label]="say.t('field.code')" />
    <k-text-input [part]="part()" field="intro" [label]="say.t('field.intro')" [rows]="4" />
    <k-field-faults [part]="part()" field="questions" />
  `,
})
export class SectionForm {
  protected readonly say = inject(Say);
  readonly part = input.required<PartAddress>();
}
