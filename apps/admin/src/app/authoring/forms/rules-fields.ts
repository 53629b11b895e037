import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { NumberInput } from './number-input';
import { SelectInput, type Choice } from './select-input';

/** What is missing does to a score, and how much must be there; of the version, or of one indicator in its place. */
@Component({
  selector: 'k-rules-fields',
  imports: [NumberInput, SelectInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="triple">
      <k-select-input
        [part]="part()"
        field="rules/unanswered"
        [label]="say.t('version.rule.unanswered')"
        [choices]="choices()"
      />
      <k-select-input
        [part]="part()"
        field="rules/notApplicable"
        [label]="say.t('version.rule.notApplicable')"
        [choices]="choices()"
      />
      <k-number-input
        [part]="part()"
        field="rules/coverageToScore"
        [scale]="100"
        [isNeeded]="!isOwn()"
        [label]="say.t('rules.coverageToScore')"
      />
      <k-number-input
        [part]="part()"
        field="rules/coverageToPublish"
        [scale]="100"
        [isNeeded]="!isOwn()"
        [label]="say.t('rules.coverageToPublish')"
      />
    </div>
  `,
})
export class RulesFields {
  protected readonly say = inject(Say);
  readonly part = input.required<PartAddress>();
  /** Of an indicator: what is not said here is as the version says. */
  readonly isOwn = input(false);
  protected readonly choices = computed<readonly Choice[]>(() => [
    ...(this.isOwn() ? [{ value: '', words: this.say.t('rules.asVersion') }] : []),
    { value: 'countAsZero', words: this.say.t('version.rule.countAsZero') },
    { value: 'leaveOut', words: this.say.t('version.rule.leaveOut') },
  ]);
}
