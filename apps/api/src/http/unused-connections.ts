import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets a server that stops close connections on which nothing was ever asked, as browsers open them in advance: Node
 * counts them as busy and would wait for them for a minute.
 */
export function closeUnusedConnections(instance: FastifyInstance): void {
  const unused = new Set<Socket>();
  instance.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  instance.server.on('request', ({ socket }: { socket: Socket }) => {
    unused.delete(socket);
  });
  instance.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
