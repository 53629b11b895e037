import type { Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** The messages of HTTP/1.1 that come in on a connection, whole and unread. Knows those that say how long they are. */
export class Messages implements AsyncIterable<Buffer> {
  #received = Buffer.alloc(0);

  constructor(private readonly socket: Socket) {}

  async *[Symbol.asyncIterator](): AsyncIterator<Buffer> {
    for await (const chunk of this.socket as AsyncIterable<Buffer>) {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let message = this.#take(); message; message = this.#take()) yield message;
    }
  }

  #take(): Buffer | undefined {
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd === -1) return undefined;
    const head = this.#received.toString('latin1', 0, headEnd);
    if (/^transfer-encoding:/im.test(head)) throw new Error(`How long is this?\n${head}`);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const end = headEnd + HEAD_END.length + length;
    if (this.#received.length < end) return undefined;
    const message = this.#received.subarray(0, end);
    this.#received = this.#received.subarray(end);
    return message;
  }
}
