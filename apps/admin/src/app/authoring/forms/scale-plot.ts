import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Say } from '../../language/say';
import type { ScalePoint } from './scale-point';

const WIDTH = 320;
const HEIGHT = 120;
const EDGE = 8;

/** How a figure turns into points, drawn small: steps for bands, lines for a curve. The table beside it says the same. */
@Component({
  selector: 'k-scale-plot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg class="scale-plot" role="img" viewBox="0 0 320 120" [attr.aria-label]="say.t('scale.plot')">
      <path class="scale-plot__axis" d="M8 112H312M8 8V112" />
      <path class="scale-plot__line" [attr.d]="line()" />
      @for (knot of knots(); track $index) {
        <path class="scale-plot__knot" [attr.d]="knot" />
      }
    </svg>
  `,
})
export class ScalePlot {
  protected readonly say = inject(Say);
  readonly points = input.required<readonly ScalePoint[]>();
  readonly isSteps = input.required<boolean>();
  readonly minimum = input.required<number>();
  readonly maximum = input.required<number>();

  private readonly placed = computed(() => {
    const points = this.points().toSorted((a, b) => a.at - b.at);
    const [low, high] = [
      Math.min(this.minimum(), points[0]?.at ?? 0),
      Math.max(points.at(-1)?.at ?? 1, Math.min(this.maximum(), 2 * Math.abs(points.at(-1)?.at ?? 1) + 1)),
    ];
    const most = Math.max(...points.map(({ points: worth }) => worth), 1e-9);
    const x = (at: number): number => EDGE + ((at - low) / (high - low || 1)) * (WIDTH - 2 * EDGE);
    const y = (worth: number): number => HEIGHT - EDGE - (worth / most) * (HEIGHT - 3 * EDGE);
    return points.map(({ at, points: worth }) => ({ x: x(at), y: y(worth) }));
  });
  protected readonly line = computed(() => {
    const placed = this.placed();
    const [first] = placed;
    if (first === undefined) return '';
    const steps = placed.map(({ x, y }) =>
      this.isSteps() ? `H${x.toFixed(1)}V${y.toFixed(1)}` : `L${x.toFixed(1)} ${y.toFixed(1)}`,
    );
    return `M${String(EDGE)} ${first.y.toFixed(1)}${steps.join('')}H${String(WIDTH - EDGE)}`;
  });
  protected readonly knots = computed(() =>
    this.placed().map(({ x, y }) => `M${x.toFixed(1)} ${(y - 4).toFixed(1)}l4 4-4 4-4-4Z`),
  );
}
