import { addressOf, LiveDraftEvent, LiveEvent, watchAssessment, watchDraft } from '@kilim/contracts';
import * as z from 'zod';
import type { RunningApp } from './app.js';

type AnyEvent = LiveEvent | LiveDraftEvent;

/** An event as it came, with the id that a browser would remember. */
export interface Heard {
  readonly id: string | undefined;
  readonly event: AnyEvent;
}

/** A stream of events that somebody listens to, as a browser's EventSource does. */
export class Listening {
  readonly heard: Heard[] = [];
  /** Resolves when the stream has ended, from either side. */
  readonly ended: Promise<void>;
  readonly #abort: AbortController;
  #waiting: (() => void)[] = [];

  private constructor(
    readonly response: Response,
    abort: AbortController,
  ) {
    this.#abort = abort;
    this.ended = this.#read();
  }

  static async to(
    running: RunningApp,
    assessmentId: string,
    cookie: string,
    query: { readonly after?: number; readonly visitId?: string } = {},
    lastEventId?: string,
  ): Promise<Listening> {
    return Listening.#at(
      running,
      addressOf(watchAssessment.path, { assessmentId }, query),
      cookie,
      lastEventId,
    );
  }

  static toDraft(
    running: RunningApp,
    draftId: string,
    cookie: string,
    query: { readonly after?: number; readonly visitId?: string } = {},
  ): Promise<Listening> {
    return Listening.#at(running, addressOf(watchDraft.path, { draftId }, query), cookie);
  }

  static async #at(
    running: RunningApp,
    address: string,
    cookie: string,
    lastEventId?: string,
  ): Promise<Listening> {
    const abort = new AbortController();
    const response = await running.fetch(address, {
      headers: { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
      signal: abort.signal,
    });
    if (response.status !== 200) throw new Error(`${String(response.status)}: ${await response.text()}`);
    return new Listening(response, abort);
  }

  /** The first event of a kind that fits, now or as soon as it comes. */
  async next<Kind extends AnyEvent['kind']>(
    kind: Kind,
    fits: (event: Extract<AnyEvent, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<AnyEvent, { kind: Kind }>> {
    for (;;) {
      for (const { event } of this.heard) {
        const candidate = event as Extract<AnyEvent, { kind: Kind }>;
        if (event.kind === kind && fits(candidate)) return candidate;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The places in the record that were told, in the order in which they came. */
  get sequences(): readonly number[] {
    return this.heard.flatMap(({ event }) => ('sequence' in event ? [event.sequence] : []));
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.#take(part);
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error;
    }
  }

  #take(part: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
    const data = field('data');
    if (data === undefined) return;
    const event = z.union([LiveEvent, LiveDraftEvent]).parse(JSON.parse(data));
    if (field('event') !== event.kind) throw new Error(`An event ${event.kind} is called ${part}`);
    this.heard.push({ id: field('id'), event });
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
