import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  addressOf,
  leaveDraft,
  LiveDraftEvent,
  stayInDraft,
  watchDraft,
  type DraftAuthor,
} from '@kilim/contracts';
import { Write } from '../../api/write';
import { DraftDesk } from './draft-desk';

const STAY_MS = 20_000;
const MOVE_MS = 300;
const AGAIN_MS = 5000;

/** Hears what others do to the draft on the desk and who is there; says where oneself is. */
@Injectable()
export class DraftWatch {
  private readonly desk = inject(DraftDesk);
  private readonly write = inject(Write);
  private readonly visitId = this.desk.visitId;
  private stream: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly everybody = signal<readonly DraftAuthor[]>([]);

  /** The part that is open here. */
  readonly part = signal<string | null>(null);
  /** Everybody else who has the draft open. */
  readonly others = computed(() => this.everybody().filter(({ visitId }) => visitId !== this.visitId));

  constructor() {
    const id = computed(() => this.desk.draft()?.id);
    effect(() => {
      const draftId = id();
      untracked(() => {
        if (draftId !== undefined) this.listen(draftId);
      });
    });
    effect((onCleanup) => {
      const [draftId, part] = [id(), this.part()];
      if (draftId === undefined) return;
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
      this.stream?.close();
      clearTimeout(this.timer);
      window.removeEventListener('pagehide', leave);
      leave();
    });
  }

  private listen(draftId: string): void {
    this.stream?.close();
    const query = { after: untracked(this.desk.revision), visitId: this.visitId };
    const stream = new EventSource(addressOf(watchDraft.path, { draftId }, query));
    this.stream = stream;
    const hear = (message: MessageEvent<string>): void => {
      const event = LiveDraftEvent.safeParse(JSON.parse(message.data));
      if (event.success) this.take(event.data, draftId);
    };
    for (const kind of ['step', 'authors', 'reload', 'ended'] as const) stream.addEventListener(kind, hear);
    stream.addEventListener('error', () => {
      // A broken stream comes back by itself; one that was refused does not.
      if (stream.readyState !== EventSource.CLOSED || this.stream !== stream) return;
      this.everybody.set([]);
      this.timer = setTimeout(() => this.listen(draftId), AGAIN_MS);
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
        return;
      case 'ended':
        this.stream?.close();
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
