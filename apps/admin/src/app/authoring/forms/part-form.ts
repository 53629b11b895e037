import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { findPart, type PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { IndicatorForm } from './indicator-form';
import { MeanForm } from './mean-form';
import { QuestionForm } from './question-form';
import { SectionForm } from './section-form';
import { TermForm } from './term-form';
import { ValidationForm } from './validation-form';
import { WholeForm } from './whole-form';

/** The part that is open, with the form of its kind. */
@Component({
  selector: 'k-part-form',
  imports: [IndicatorForm, MeanForm, QuestionForm, SectionForm, TermForm, ValidationForm, WholeForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (list()) {
      @case ('whole') {
        <k-whole-form />
      }
      @case ('sections') {
        <k-section-form [part]="part()" />
      }
      @case ('questions') {
        <k-question-form [part]="part()" (opened)="opened.emit($event)" />
      }
      @case ('indicators') {
        <k-indicator-form [part]="part()" (opened)="opened.emit($event)" />
      }
      @case ('means') {
        <k-mean-form [part]="part()" (opened)="opened.emit($event)" />
      }
      @case ('validations') {
        <k-validation-form [part]="part()" />
      }
      @case ('glossary') {
        <k-term-form [part]="part()" />
      }
      @default {
        <p class="muted">{{ say.t('editor.gone') }}</p>
      }
    }
  `,
})
export class PartForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly opened = output<PartAddress>();
  protected readonly list = computed(() => {
    if (this.part() === 'questionnaire') return 'whole';
    const document = this.desk.document();
    const list = document && findPart(document.questionnaire, this.part())?.steps.at(-1)?.list;
    return list === 'indices' || list === 'composites' ? 'means' : list;
  });
}
