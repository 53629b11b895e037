import { addressOf, LiveDraftEvent, readLeniently, STREAM_HERE_EVERY_MS, watchDraft } from '@kilim/contracts';

const AGAIN_MS = 5000;
/** A stream that has said nothing for so long is none. */
const SILENT_AFTER_MS = 3 * STREAM_HERE_EVERY_MS;
const KINDS: readonly LiveDraftEvent['kind'][] = ['step', 'authors', 'reload', 'here', 'ended'];

/** What is listened to, by whom. */
export interface DraftListening {
  readonly draftId: string;
  readonly visitId: string;
  /** Up to which revision everything is known. */
  revision(): number;
  onEvent(event: LiveDraftEvent): void;
  /** The server does not let it be opened, or cannot be reached: nobody is known to be there. */
  onRefused(): void;
}

/**
 * What the server tells of a draft by itself. A stream that breaks is opened again by the browser; one that was refused, or
 * cut off unnoticed, by this one.
 */
export class DraftStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listening: DraftListening) {}

  open(): void {
    const { draftId, visitId, revision, onRefused } = this.listening;
    const query = { after: revision(), visitId };
    const source = new EventSource(addressOf(watchDraft.path, { draftId }, query));
    this.source = source;
    this.openAgainAfter(SILENT_AFTER_MS);
    for (const kind of KINDS)
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => this.hear(JSON.parse(data)));
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      onRefused();
      this.openAgainAfter(AGAIN_MS);
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  private hear(data: unknown): void {
    this.openAgainAfter(SILENT_AFTER_MS);
    // A newer server may tell what this page does not understand.
    const event = readLeniently(LiveDraftEvent, data).data;
    if (event?.kind === 'ended') this.close();
    if (event !== undefined && event.kind !== 'here') this.listening.onEvent(event);
  }

  private openAgainAfter(restMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.close();
      this.open();
    }, restMs);
  }
}
