import {
  addressOf,
  LiveEvent,
  pauseAfter,
  readLeniently,
  STREAM_HERE_EVERY_MS,
  watchAssessment,
} from '@kilim/contracts';

const KINDS: readonly LiveEvent['kind'][] = [
  'answer',
  'evidence',
  'finding',
  'moved',
  'other',
  'visitors',
  'reload',
  'here',
  'ended',
];

/** A stream that has said nothing for so long is none. */
const SILENT_AFTER_MS = 3 * STREAM_HERE_EVERY_MS;

/** What is listened to, by whom. */
export interface Listening {
  readonly assessmentId: string;
  readonly visitId: string;
  /** Up to which entry of the record everything is known. */
  known(): number;
  onEvent(event: LiveEvent): void;
  /** The server, or what stands before it, does not let it be opened, and the browser does not say why. */
  onRefused(): void;
}

/**
 * What the server tells of an assessment by itself. A stream that breaks is opened again by the browser; where the server
 * has refused it, by this one, ever later; and where it was cut off unnoticed, too. Nothing that was told in between is
 * missed.
 */
export class LiveStream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(private readonly listening: Listening) {}

  open(): void {
    const { assessmentId, visitId, known, onEvent, onRefused } = this.listening;
    const query = { after: String(known()), visitId };
    const source = new EventSource(addressOf(watchAssessment.path, { assessmentId }, query));
    this.source = source;
    this.listen();
    source.onopen = () => {
      this.failures = 0;
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      clearTimeout(this.silence);
      onRefused();
      this.failures += 1;
      this.timer = setTimeout(
        () => {
          this.open();
        },
        pauseAfter(this.failures, Math.random),
      );
    };
    for (const kind of KINDS)
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        // A newer server may tell what this version of the program does not understand.
        const event = readLeniently(LiveEvent, JSON.parse(data)).data;
        this.listen();
        if (event?.kind === 'ended') this.close();
        if (event && event.kind !== 'here') onEvent(event);
      });
  }

  /** It was heard of: from here on its silence counts. */
  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.close();
      this.open();
    }, SILENT_AFTER_MS);
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    this.source?.close();
    this.source = undefined;
  }
}
