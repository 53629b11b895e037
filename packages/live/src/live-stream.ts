import { pauseAfter, readLeniently, STREAM_HERE_EVERY_MS } from '@kilim/contracts';
import type * as z from 'zod';

/** A stream that has said nothing for so long is none. */
const SILENT_AFTER_MS = 3 * STREAM_HERE_EVERY_MS;

/** The schema of what an endpoint tells: one of several kinds, by whose names the events go. */
export interface Told<Event> extends z.ZodType<Event> {
  readonly options: readonly {
    readonly shape: { readonly kind: { readonly values: ReadonlySet<string> } };
  }[];
}

/** What is listened to, and by whom. */
export interface Listening<Event> {
  readonly tells: Told<Event>;
  /** Where it is told what has come after all that is known by now. */
  address(): string;
  onEvent(event: Event): void;
  /** The server, or what stands before it, does not let it be opened, and the browser does not say why. */
  onRefused(): void;
}

/**
 * What the server tells by itself of an assessment or a draft. A stream that breaks is opened again by the browser; where
 * the server has refused it, by this one, ever later; and where it was cut off unnoticed, too. Nothing that was told in
 * between is missed.
 */
export class LiveStream<Event extends { readonly kind: string }> {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(private readonly listening: Listening<Event>) {}

  open(): void {
    const { tells, address, onRefused } = this.listening;
    const source = new EventSource(address());
    this.source = source;
    this.openAgainAfter(SILENT_AFTER_MS);
    source.addEventListener('open', () => {
      this.failures = 0;
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      this.failures += 1;
      this.openAgainAfter(pauseAfter(this.failures, Math.random));
      onRefused();
    });
    for (const kind of kindsOf(tells))
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        this.hear(JSON.parse(data));
      });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  private hear(data: unknown): void {
    this.openAgainAfter(SILENT_AFTER_MS);
    // A newer server may tell what this version of the program does not understand.
    const event = readLeniently(this.listening.tells, data).data;
    if (event?.kind === 'ended') this.close();
    if (event && event.kind !== 'here') this.listening.onEvent(event);
  }

  private openAgainAfter(restMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.close();
      this.open();
    }, restMs);
  }
}

function kindsOf({ options }: Told<unknown>): readonly string[] {
  return options.flatMap(({ shape }) => [...shape.kind.values]);
}
