import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { addressOf, leaveDraft, stayInDraft, type DraftAuthor, type LiveDraftEvent } from '@kilim/contracts';
import { Write } from '../../api/write';
import { DraftDesk } from './draft-desk';
import { DraftStream } from './draft-stream';
import { mayBeSeen } from './may-be-seen';

const STAY_MS = 20_000;
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
  private readonly mayBeSeen = mayBeSeen();
  private readonly everybody = signal<readonly DraftAuthor[]>([]);

  /** The part that is open here. */
  readonly part = signal<string | null>(null);
  /** Everybody else who has the draft open. */
  readonly others = computed(() => this.everybody().filter(({ visitId }) => visitId !== this.visitId));

  constructor() {
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
      const staying = setInterval(() => this.stay(draftId, part), STAY_MS);
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
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('pagehide', leave);
      leave();
    });
  }

  private streamOf(draftId: string): DraftStream {
    return new DraftStream({
      ...{ draftId, visitId: this.visitId },
      revision: () => untracked(this.desk.revision),
      onEvent: (event) => this.take(event, draftId),
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

/** Who is where is a courtesy: when it cannot be said now, it is said again in twenty seconds. */
function ignoreLoss(): void {
  return undefined;
}
