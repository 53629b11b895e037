import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Messages } from './messages.js';

/**
 * What a broken network does to one request:
 *
 * | | |
 * |---|---|
 * | `passed` | nothing |
 * | `replyDropped` | the server takes it, and the reply never arrives |
 * | `doubled` | it arrives twice, on two connections; one reply comes back |
 * | `cut` | half of it arrives, then the connection is gone |
 * | `replyCut` | the server takes it, and half of the reply arrives |
 * | `stalled` | everything stands still for a while |
 */
export type Fate = 'passed' | 'replyDropped' | 'doubled' | 'cut' | 'replyCut' | 'stalled';

export const FATES: readonly Fate[] = ['passed', 'replyDropped', 'doubled', 'cut', 'replyCut', 'stalled'];

/** A network on this machine that does to each request what it is told. It knows of HTTP only where a message ends. */
export class ToxicProxy {
  /** How often each fate was met. */
  readonly met = new Map<Fate, number>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly upstream: () => number,
    private readonly fateOf: () => Fate,
    private readonly stallMs: number,
  ) {
    this.#server = createServer((client) => {
      this.#keep(client);
      void this.#serve(client);
    });
  }

  /**
   * @param upstream the server's port
   * @param fateOf asked for each request
   */
  static async start(upstream: () => number, fateOf: () => Fate, stallMs: number): Promise<ToxicProxy> {
    const proxy = new ToxicProxy(upstream, fateOf, stallMs);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(client: Socket): Promise<void> {
    try {
      for await (const request of new Messages(client)) await this.#deliver(request, client);
    } catch {
      // A connection that breaks ends both its sides: whoever waits there hears of it.
      client.destroy();
    }
  }

  async #deliver(request: Buffer, client: Socket): Promise<void> {
    const fate = this.fateOf();
    this.met.set(fate, (this.met.get(fate) ?? 0) + 1);
    switch (fate) {
      case 'passed':
        client.write(await this.#reply(request));
        return;
      case 'stalled':
        await pause(this.stallMs);
        client.write(await this.#reply(request));
        return;
      case 'doubled': {
        const [first] = await Promise.all([this.#reply(request), this.#reply(request)]);
        client.write(first);
        return;
      }
      case 'cut':
        this.#connect().end(request.subarray(0, request.length / 2));
        client.destroy();
        return;
      case 'replyDropped':
        await this.#reply(request);
        client.destroy();
        return;
      case 'replyCut': {
        const reply = await this.#reply(request);
        client.end(reply.subarray(0, reply.length / 2));
        return;
      }
    }
  }

  /** Takes a request to the server, on a connection of its own, and brings the reply. */
  async #reply(request: Buffer): Promise<Buffer> {
    const server = this.#connect();
    try {
      server.write(request);
      for await (const reply of new Messages(server)) return reply;
      throw new Error('The server gave no reply.');
    } finally {
      server.destroy();
    }
  }

  #connect(): Socket {
    return this.#keep(connect(this.upstream(), '127.0.0.1'));
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // Whoever reads from it hears of it.
    socket.on('error', () => undefined);
    return socket;
  }
}
