import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { toThousandths, type Question } from '@kilim/indicators';
import { FieldFaults } from '../checks/field-faults';
import { Say } from '../../language/say';
import { Icon } from '../../ui/icon';
import { DraftDesk } from '../desk/draft-desk';
import { fieldChange } from './field-value';
import { ScalePlot } from './scale-plot';
import type { ScalePoint } from './scale-point';
import { numberIn, numberText, typed } from './typed';
import { worthOf } from './worth';

type Figure = Extract<Question, { kind: 'number' | 'share' | 'computed' }>;

/** How a figure turns into points: not at all, in steps, or along lines; with a drawing and a number to try. */
@Component({
  selector: 'k-scale-editor',
  imports: [FieldFaults, Icon, ScalePlot],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scale-editor.html',
})
export class ScaleEditor {
  protected readonly say = inject(Say);
  private readonly desk = inject(DraftDesk);
  readonly question = input.required<Figure>();

  protected readonly typed = typed;
  protected readonly mayEdit = this.desk.mayEdit;
  protected readonly kinds = ['none', 'bands', 'curve'] as const;
  protected readonly kind = computed(() => {
    const { bands, curve } = this.question();
    return bands ? 'bands' : curve ? 'curve' : 'none';
  });
  protected readonly points = computed<readonly ScalePoint[]>(() => {
    const { bands, curve } = this.question();
    return bands?.map(({ from, points }) => ({ at: from, points })) ?? curve ?? [];
  });
  protected readonly minimum = computed(() => {
    const question = this.question();
    return question.kind === 'number' ? question.minimum : 0;
  });
  protected readonly maximum = computed(() => {
    const question = this.question();
    return question.kind === 'number' ? question.maximum : 100;
  });
  protected readonly tried = signal('');
  protected readonly worth = computed(() => worthOf(this.question(), numberIn(this.tried()), this.say));

  protected text(value: number): string {
    return numberText(value, this.say.language());
  }

  protected choose(kind: string): void {
    const { id } = this.question();
    const points = this.points();
    const document = this.desk.document();
    const first = points.length > 0 ? points : this.begun();
    const changes = [
      ...(this.kind() === 'bands' ? [fieldChange(document, id, 'bands', undefined)] : []),
      ...(this.kind() === 'curve' ? [fieldChange(document, id, 'curve', undefined)] : []),
      ...(kind === 'bands' ? [fieldChange(document, id, 'bands', first.map(bandOf))] : []),
      ...(kind === 'curve' ? [fieldChange(document, id, 'curve', first)] : []),
    ];
    this.desk.edit(changes);
  }

  protected type(at: number, field: keyof ScalePoint, text: string): void {
    const number = numberIn(text);
    if (typeof number !== 'number') return;
    this.set(
      this.points().map((point, place) => (place === at ? { ...point, [field]: number } : point)),
      `${String(at)} ${field}`,
    );
  }

  protected add(): void {
    const [before, last] = this.points().slice(-2);
    const step = last && before ? last.at - before.at : 10;
    const at = (last ?? before)?.at ?? this.minimum();
    this.set([...this.points(), { at: at + step, points: (last ?? before)?.points ?? 0 }]);
  }

  protected remove(at: number): void {
    this.set(this.points().filter((_, place) => place !== at));
  }

  private set(points: readonly ScalePoint[], typing?: string): void {
    const { id } = this.question();
    const kind = this.kind();
    if (kind === 'none') return;
    const value = points.length === 0 ? undefined : kind === 'bands' ? points.map(bandOf) : points;
    this.desk.edit(
      [fieldChange(this.desk.document(), id, kind, value)],
      typing === undefined ? undefined : `${id} ${kind} ${typing}`,
    );
  }

  /** From the least number to a middling one; an author says the rest. */
  private begun(): readonly ScalePoint[] {
    const [low, high] = [this.minimum(), this.maximum()];
    return [
      { at: low, points: 0 },
      { at: toThousandths(low + (high - low) / 2) / 1000, points: 1 },
    ];
  }
}

function bandOf({ at, points }: ScalePoint): { readonly from: number; readonly points: number } {
  return { from: at, points };
}
