import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { DraftChange } from '@kilim/indicators';
import { Say } from '../../language/say';
import { focusMover } from '../../ui/focus-mover';
import { Icon } from '../../ui/icon';
import type { Collision } from './device-copy';
import { DraftDesk } from './draft-desk';
import { placeWords, valueWords } from './value-words';

/** Somebody was faster: both values side by side, and which of them shall stand. Nothing is lost until one says so. */
@Component({
  selector: 'k-collisions',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (line of lines(); track line.collision) {
      <div class="msg msg--warn below-2" role="alert">
        <svg kIcon="warn"></svg>
        <div class="stack-s">
          <p [id]="$first ? 'collision-heading' : null" tabindex="-1">
            <b>{{ line.heading }}</b>
          </p>
          <div class="pair">
            <div>
              <p class="label">{{ say.t('collision.theirs') }}</p>
              <p class="told">{{ line.found }}</p>
            </div>
            <div>
              <p class="label">{{ say.t('collision.yours') }}</p>
              <p class="told">{{ line.wanted }}</p>
            </div>
          </div>
          <p class="row">
            <button type="button" class="btn btn--s" (click)="settle(line.collision)">
              {{ say.t('collision.keep') }}
            </button>
            @if (line.mine && desk.mayEdit()) {
              <button type="button" class="btn btn--s" (click)="take(line.collision, line.mine)">
                {{ say.t('collision.take') }}
              </button>
            }
          </p>
        </div>
      </div>
    }
  `,
})
export class Collisions {
  protected readonly say = inject(Say);
  protected readonly desk = inject(DraftDesk);
  private readonly moveFocus = focusMover();
  protected readonly lines = computed(() => {
    const book = this.desk.book();
    if (book === undefined) return [];
    return this.desk.collisions().map((collision) => {
      const { part, what, found, wanted } = collision.conflict;
      const where = placeWords(part, what, book, this.say);
      return {
        collision,
        heading:
          collision.by === undefined
            ? this.say.t('collision.title', { where })
            : this.say.t('collision.by', { where, name: collision.by }),
        found: valueWords(found, book, this.say),
        wanted: valueWords(wanted ?? wantedBy(collision), book, this.say),
        mine: mineAgain(collision),
      };
    });
  });

  protected settle(collision: Collision): void {
    this.desk.settle(collision);
    this.moveFocus(this.lines().length > 0 ? 'collision-heading' : 'page-heading');
  }

  protected take(collision: Collision, changes: readonly DraftChange[]): void {
    this.settle(collision);
    const conflict = this.desk.edit(changes);
    // Somebody was faster once more: both values are shown again.
    if (conflict) this.desk.collide([{ step: collision.step, conflict }]);
  }
}

function wantedBy({ step, conflict }: Collision): unknown {
  const change = step.changes[conflict.at];
  return change !== undefined && 'value' in change ? change.value : undefined;
}

/** The same change made upon what is there now; undefined where that makes no sense, the part being gone. */
function mineAgain({ step, conflict }: Collision): readonly DraftChange[] | undefined {
  if (conflict.reason !== 'changed') return undefined;
  return step.changes.map((change, at): DraftChange => {
    if (at !== conflict.at) return change;
    if (change.op === 'set') return { ...change, was: conflict.found };
    if (change.op === 'text') return { ...change, was: conflict.found as string | undefined };
    if (change.op === 'translate') return { ...change, was: conflict.found as typeof change.was };
    return change;
  });
}
