import { setTimeout as pause } from 'node:timers/promises';
import type { LiveStream } from './live-stream.js';
import type { AnyLiveEvent, RecordEvent } from './live-subject.js';

/** Entries that are read at once. */
const PAGE = 200;
/** Somebody who missed more than that reads everything anew, which is quicker for both. */
const MOST_MISSED = 2000;
/** How long news are gathered, so that several people typing are told together, and when a failed read is tried again. */
const PACE = { gatherMs: 100, retryMs: 1000 };

/** Reads what the record tells after a place. */
export type ReadAfter = (sequence: number, limit: number) => Promise<readonly RecordEvent[]>;

/** All streams of one assessment or draft: what happens is read once and told to everybody, to each in order and nothing twice. */
export class LiveChannel {
  readonly #streams = new Set<LiveStream>();
  /** Up to which entry everybody has been told. */
  #told: number;
  /** The newest entry that is known of. */
  #news: number;
  #isTelling = false;
  #joining = 0;

  /**
   * @param length of its stream of the record when the channel was opened
   * @param onFailure told when the record could not be read; it is tried again
   */
  constructor(
    private readonly read: ReadAfter,
    length: number,
    private readonly onFailure: (error: unknown) => void,
    private readonly pace = PACE,
  ) {
    this.#told = length;
    this.#news = length;
  }

  get isEmpty(): boolean {
    return this.#streams.size + this.#joining === 0;
  }

  /** Tells a stream what it has missed since it was there last, then everything that happens. */
  async join(stream: LiveStream, length: number): Promise<void> {
    this.announce(length);
    if (stream.told > length || length - stream.told > MOST_MISSED) {
      stream.tell({ kind: 'reload', sequence: length });
    }
    this.#joining += 1;
    try {
      do {
        const toldBefore = this.#told;
        const missed = await this.read(stream.told, PAGE);
        for (const event of missed) stream.tell(event);
        // Others had been told more than was there to be read: something has been taken out of the record.
        if (missed.length === 0 && stream.told < toldBefore)
          stream.tell({ kind: 'reload', sequence: toldBefore });
      } while (stream.isOpen && stream.told < this.#told);
      // Nothing may come in between: from here on it is told together with all others.
      if (stream.isOpen) this.#streams.add(stream);
    } finally {
      this.#joining -= 1;
    }
    this.announce(this.#news);
  }

  leave(stream: LiveStream): void {
    this.#streams.delete(stream);
  }

  /** The record is known to have come that far. */
  announce(sequence: number): void {
    this.#news = Math.max(this.#news, sequence);
    if (this.#news > this.#told && !this.#isTelling) void this.#tell();
  }

  /** Tells everybody something that is in no record. */
  tellAll(event: AnyLiveEvent): void {
    for (const stream of this.#streams) stream.tell(event);
  }

  async #tell(): Promise<void> {
    this.#isTelling = true;
    await this.#rest(this.pace.gatherMs);
    while (this.#told < this.#news && !this.isEmpty) {
      try {
        const events = await this.read(this.#told, PAGE);
        for (const event of events) this.tellAll(event);
        this.#told = events.at(-1)?.sequence ?? this.#told;
        // What was announced is not to be seen yet: another server's view is a little behind.
        if (events.length === 0) await this.#rest(this.pace.gatherMs);
      } catch (error) {
        this.onFailure(error);
        await this.#rest(this.pace.retryMs);
      }
    }
    this.#isTelling = false;
  }

  #rest(milliseconds: number): Promise<void> {
    return pause(milliseconds, undefined, { ref: false });
  }
}
