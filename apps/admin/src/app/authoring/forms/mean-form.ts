import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { partAt, type DraftChange, type Id, type PartAddress, type Questionnaire } from '@kilim/indicators';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { FieldFaults } from '../checks/field-faults';
import { DraftDesk } from '../desk/draft-desk';
import { sharesOf } from '../desk/shares';
import { atEnd } from '../tree/places';
import { evenWeights } from '../checks/even-weights';
import { NumberInput } from './number-input';
import { TextInput } from './text-input';
import { typed } from './typed';
import { WordInput } from './word-input';

type Mean = Questionnaire['indices'][number];

/** A weighted mean of areas: an index or a composite, with what each member counts. */
@Component({
  selector: 'k-mean-form',
  imports: [FieldFaults, Icon, NumberInput, TextInput, WordInput],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mean-form.html',
})
export class MeanForm {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly part = input.required<PartAddress>();
  readonly opened = output<PartAddress>();

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly book = this.desk.book;
  protected readonly mean = computed(() => {
    const document = this.desk.document();
    return document && (partAt(document.questionnaire, this.part()) as Mean | undefined);
  });
  protected readonly members = computed(() => {
    const [mean, document] = [this.mean(), this.desk.document()];
    if (!mean || !document) return [];
    const shares = sharesOf(document.questionnaire);
    return mean.members.map(({ of }) => ({
      of,
      address: `${mean.id}/${of}`,
      name: this.book()?.named(of) ?? of,
      share: this.say.percent(Math.round(shares.inMean(mean.id, of) * 1000) / 10),
    }));
  });
  protected readonly total = computed(() =>
    this.say.number((this.mean()?.members ?? []).reduce((sum, { weight }) => sum + weight, 0)),
  );
  /** Areas that are no member yet; itself is none, either. */
  protected readonly absent = computed(() => {
    const [mean, document] = [this.mean(), this.desk.document()];
    if (!mean || !document) return [];
    const members = new Set([mean.id, ...mean.members.map(({ of }) => of)]);
    const { indicators, composites } = document.questionnaire;
    return [...indicators, ...composites].filter(({ id }) => !members.has(id));
  });

  protected add(of: Id): void {
    const document = this.desk.document();
    if (document === undefined || of === '') return;
    const place = atEnd(document, this.part(), 'members');
    this.desk.edit([{ op: 'insert', place, value: { of, weight: 1 } }]);
  }

  protected remove(address: PartAddress): void {
    this.desk.edit([{ op: 'remove', part: address }]);
  }

  /** All weigh the same, and together what they are meant to. */
  protected even(): void {
    const mean = this.mean();
    const changes: readonly DraftChange[] = mean ? evenWeights(mean) : [];
    this.desk.edit(changes);
  }
}
