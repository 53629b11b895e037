import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PartAddress } from '@kilim/indicators';
import { Say } from '../../language/say';
import { DraftDesk } from '../desk/draft-desk';
import { questionsOf, sharesOf } from '../desk/shares';
import { NumberInput } from './number-input';
import { RulesFields } from './rules-fields';
import { TextInput } from './text-input';
import { WordInput } from './word-input';

/** A scored area: what it means, what it counts where, and which questions feed it. */
@Component({
  selector: 'k-indicator-form',
  imports: [NumberInput, RulesFields, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './indicator-form.html',
})
export class IndicatorForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly opened = output<PartAddress>();

  protected readonly book = this.desk.book;
  private readonly shares = computed(() => {
    const document = this.desk.document();
    return document && sharesOf(document.questionnaire);
  });
  protected readonly questions = computed(() => {
    const [document, shares] = [this.desk.document(), this.shares()];
    if (!document || !shares) return [];
    return questionsOf(document.questionnaire)
      .filter(({ indicator }) => indicator === this.part())
      .map((question) => {
        const [points, share] = [shares.points(question.id), shares.inIndicator(question)];
        return {
          id: question.id,
          name: this.book()?.named(question.id) ?? question.code,
          points: points === undefined ? this.say.t('version.unscored') : this.say.number(points),
          share: share === undefined ? '' : this.say.percent(Math.round(share * 1000) / 10),
        };
      });
  });
  protected readonly total = computed(() => this.say.number(this.shares()?.total(this.part()) ?? 0));
  /** The means it counts in, with its weight there. */
  protected readonly memberships = computed(() => {
    const [document, shares] = [this.desk.document(), this.shares()];
    if (!document || !shares) return [];
    const { indices, composites } = document.questionnaire;
    return [...indices, ...composites]
      .filter(({ members }) => members.some(({ of }) => of === this.part()))
      .map(({ id }) => ({
        id,
        address: `${id}/${this.part()}`,
        name: this.book()?.title(id) ?? id,
        share: this.say.percent(Math.round(shares.inMean(id, this.part()) * 1000) / 10),
      }));
  });
}
