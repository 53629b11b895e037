import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  addressOf,
  leaveDraft,
  LiveDraftEvent,
  stayInDraft,
  watchDraft,
  VISIT_EVERY_MS,
  type DraftAuthor,
} from '@kilim/contracts';
import { followSight, LiveStream } from '@kilim/live';
import { Write } from '../../api/write';
import { DraftDesk } from './draft-desk';

/** Whoever goes from part to part says where they are once they stay. */
const MOVE_MS = 300;

/**
 * Hears what others do to the draft on the desk and who is there; says where oneself is. A window that was put away lets go
 * of its stream: a browser has six connections to a host, and what is missed is told when it is opened again.
 */
@Injectable()
export class DraftWatch {
  private readonly desk = inject(DraftDesk);
  private readonly write = inject(Write);
  private readonly visitId = this.desk.visitId;
  private readonly mayBeSeen = signal(false);
  private readonly everybody = signal<readonly DraftAuthor[]>([]);

  /** The part that is open here. */
  readonly part = signal<string | null>(null);
  /** Everybody else who has the draft open. */
  readonly others = computed(() => this.everybody().filter(({ visitId }) => visitId !== this.visitId));

  constructor() {
    const destroy = inject(DestroyRef);
    destroy.onDestroy(followSight((mayBeSeen) => this.mayBeSeen.set(mayBeSeen)));
    const id = computed(() => this.desk.draft()?.id);
    effect((onCleanup) => {
      const draftId = id();
      if (draftId === undefined || !this.mayBeSeen()) return;
      const stream = this.streamOf(draftId);
      stream.open();
      onCleanup(() => stream.close());
    });
    effect((onCleanup) => {
      const [draftId, part] = [id(), this.part()];
      if (draftId === undefined || !this.mayBeSeen()) return;
      const moving = setTimeout(() => this.stay(draftId, part), MOVE_MS);
      const staying = setInterval(() => this.stay(draftId, part), VISIT_EVERY_MS);
      onCleanup(() => {
        clearTimeout(moving);
        clearInterval(staying);
      });
    });
    const leave = (): void => {
      const draftId = untracked(id);
      if (draftId === undefined) return;
      const address = addressOf(leaveDraft.path, { draftId, visitId: this.visitId });
      // Goes on while the page is left, closed or loaded anew.
      fetch(address, { method: leaveDraft.method, keepalive: true }).catch(ignoreLoss);
    };
    window.addEventListener('pagehide', leave);
    destroy.onDestroy(() => {
      window.removeEventListener('pagehide', leave);
      leave();
    });
  }

  private streamOf(draftId: string): LiveStream<LiveDraftEvent> {
    const { visitId } = this;
    return new LiveStream({
      tells: LiveDraftEvent,
      address: () =>
        addressOf(watchDraft.path, { draftId }, { after: untracked(this.desk.revision), visitId }),
      onEvent: (event) => this.take(event, draftId),
      // Nobody is known to be there.
      onRefused: () => this.everybody.set([]),
    });
  }

  private take(event: LiveDraftEvent, draftId: string): void {
    switch (event.kind) {
      case 'step':
        this.desk.receive([event.step]);
        return;
      case 'authors':
        this.everybody.set(event.authors);
        return;
      case 'reload':
        void this.desk.open(draftId);
    }
  }

  private stay(draftId: string, part: string | null): void {
    const params = { draftId, visitId: this.visitId };
    this.write.send(stayInDraft, { params, body: { part } }).catch(ignoreLoss);
  }
}

/** Who is where is a courtesy: when it cannot be said now, it is said again soon. */
function ignoreLoss(): void {
  return undefined;
}
