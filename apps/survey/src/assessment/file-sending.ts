import { ACCEPTED_ENDINGS, dropFile, sendFile, type FileRoom, type StoredFile } from '@kilim/contracts';
import { call } from '../api/call.js';
import { sendBytes } from '../api/send-bytes.js';

/** What can be seen of a file before it is sent. */
export type FileObjection = 'empty' | 'tooLarge' | 'unsupported';

/** How far a file is. */
export type SendingState =
  | { readonly kind: 'refused'; readonly objection: FileObjection }
  | { readonly kind: 'sending'; readonly sentBytes: number }
  | { readonly kind: 'sent'; readonly file: StoredFile }
  | { readonly kind: 'failed'; readonly error: unknown };

/** How a file gets to the server; a test has its own ways. */
export interface FileRoad {
  send(file: File, onProgress: (sentBytes: number) => void, signal: AbortSignal): Promise<StoredFile>;
  drop(): Promise<void>;
}

/**
 * A file on its way to the server, from the moment it is chosen. Trying again sends it under the same id, so a reply that
 * was lost makes no second file. A file that is given up is taken back.
 */
export class FileSending {
  readonly #listeners = new Set<() => void>();
  #leaving = new AbortController();
  #state: SendingState;

  constructor(
    readonly file: File,
    room: FileRoom,
    private readonly road: FileRoad,
  ) {
    const objection = objectionTo(file, room);
    this.#state = objection ? { kind: 'refused', objection } : { kind: 'sending', sentBytes: 0 };
    if (!objection) void this.#send();
  }

  readonly look = (): SendingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * The file, once it has arrived.
   *
   * @throws what its sending fails with; it can be tried again then
   */
  arrived(): Promise<StoredFile> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        const state = this.#state;
        if (state.kind === 'sending') return;
        leave();
        if (state.kind === 'sent') resolve(state.file);
        else
          reject(
            state.kind === 'failed' ? state.error : new Error(`The file is refused: ${state.objection}.`),
          );
      };
      const leave = this.subscribe(settle);
      settle();
    });
  }

  /** Sends again what has failed. */
  retry(): void {
    if (this.#state.kind === 'failed') void this.#send();
  }

  /** The file is not wanted any more. */
  giveUp(): void {
    this.#leaving.abort();
    // What cannot be taken back now is removed by the server within a day.
    if (this.#state.kind === 'sent') this.road.drop().catch(() => undefined);
  }

  async #send(): Promise<void> {
    this.#leaving = new AbortController();
    this.#become({ kind: 'sending', sentBytes: 0 });
    const onProgress = (sentBytes: number): void => {
      this.#become({ kind: 'sending', sentBytes });
    };
    try {
      const file = await this.road.send(this.file, onProgress, this.#leaving.signal);
      this.#become({ kind: 'sent', file });
    } catch (error) {
      this.#become({ kind: 'failed', error });
    }
  }

  #become(state: SendingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The road to an assessment's files. */
export function roadTo(assessmentId: string, fileId: string): FileRoad {
  const params = { assessmentId, fileId };
  return {
    send: (file, onProgress, signal) =>
      sendBytes(sendFile, { params, query: { name: file.name.slice(-1000) } }, file, { onProgress, signal }),
    drop: () => call(dropFile, { params }),
  };
}

/** What speaks against a file, by its name and size; the server looks inside. */
function objectionTo({ name, size }: File, { mostBytes }: FileRoom): FileObjection | undefined {
  if (size === 0) return 'empty';
  if (size > mostBytes) return 'tooLarge';
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return ACCEPTED_ENDINGS.includes(ending) ? undefined : 'unsupported';
}
