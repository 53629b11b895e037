import type { ServerResponse } from 'node:http';
import type { AnyLiveEvent } from './live-subject.js';

/** What may wait for a client that reads slowly; then it has to come again and is told from where it was. */
const MOST_WAITING_BYTES = 1024 * 1024;
/** How soon a browser opens a stream again that broke. */
const RETRY_MS = 2000;

/** One client's stream of server-sent events. */
export class LiveStream {
  /** Up to which entry of the record the client has been told. */
  told: number;
  readonly #response: ServerResponse;

  /**
   * @param response whose headers have been sent
   * @param told     the entry from which on the client wants to be told
   */
  constructor(response: ServerResponse, told: number) {
    this.#response = response;
    this.told = told;
    this.#write(`retry: ${String(RETRY_MS)}\n\n`);
  }

  get isOpen(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed;
  }

  onEnd(listener: () => void): void {
    this.#response.once('close', listener);
  }

  /** Tells an event; one of the record that was told already is passed over. */
  tell(event: AnyLiveEvent): void {
    if ('sequence' in event) {
      if (event.kind !== 'reload' && event.sequence <= this.told) return;
      this.told = event.sequence;
    }
    const id = 'sequence' in event ? `id: ${String(event.sequence)}\n` : '';
    this.#write(`${id}event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Keeps proxies from closing what seems idle, and shows each side whether the other is still there. */
  beat(): void {
    this.tell({ kind: 'here' });
  }

  end(reason?: 'session' | 'access'): void {
    if (!this.isOpen) return;
    if (reason) this.tell({ kind: 'ended', reason });
    this.#response.end();
  }

  #write(text: string): void {
    if (!this.isOpen) return;
    this.#response.write(text);
    if (this.#response.writableLength > MOST_WAITING_BYTES) this.#response.destroy();
  }
}
