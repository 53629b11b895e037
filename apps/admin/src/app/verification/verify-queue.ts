import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Say } from '../language/say';
import { Icon } from '../ui/icon';
import { KnotMark, knotClass } from '../ui/knot';
import { instanceWords } from '../versions/instance-words';
import type { VersionBook } from '../versions/version-book';
import { FILTERS, ORDERS, type Filter, type Level, type Order, type QueueItem } from './queue';

/** The questions of an assessment, the one most worth checking on top. */
@Component({
  selector: 'k-verify-queue',
  imports: [Icon, KnotMark, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verify-queue.html',
})
export class VerifyQueue {
  protected readonly say = inject(Say);
  private readonly router = inject(Router);
  readonly assessmentId = input.required<string>();
  readonly cityName = input.required<string>();
  readonly items = input.required<readonly QueueItem[]>();
  readonly shown = input.required<readonly QueueItem[]>();
  readonly filter = input.required<Filter>();
  readonly order = input.required<Order>();
  readonly questionId = input<string>();
  readonly book = input.required<VersionBook>();

  protected readonly filters = FILTERS;
  protected readonly orders = ORDERS;
  protected readonly marks = [1, 2, 3] as const;
  protected readonly knotClass = knotClass;
  protected readonly left = computed(() => this.items().filter(({ isToJudge }) => isToJudge).length);
  protected readonly counts = computed(() => ({
    toJudge: this.left(),
    differing: this.items().filter(({ standing }) => standing === 'disputed').length,
    all: this.items().length,
  }));
  protected readonly entries = computed(() =>
    this.shown().map((item) => ({
      ...item,
      title: this.book().find(item.compiled.question.id, 'title'),
      instance: instanceWords(item.compiled, item.position, this.book()),
      code: item.compiled.question.code,
      effectWords: this.levelWords(item.effectLevel),
      weaknessWords: this.weaknessWords(item.weakness),
    })),
  );

  protected changeOrder(event: Event): void {
    const order = event.target instanceof HTMLSelectElement ? event.target.value : 'effect';
    void this.router.navigate([], {
      queryParams: { order: order === 'effect' ? null : order },
      queryParamsHandling: 'merge',
    });
  }

  private levelWords(level: Level): string {
    return this.say.t('queue.level', { level });
  }

  private weaknessWords(level: Level): string {
    return level === 3 ? this.say.t('queue.noProof') : this.levelWords(level);
  }
}
