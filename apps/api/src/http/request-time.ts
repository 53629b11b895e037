import type { FastifyInstance } from 'fastify';
import { takesBytes } from './byte-bodies.js';

/** How long a client may take to send a request. */
const REQUEST_WITHIN_MS = 30_000;
/** How long it may take to send a file; how long it may pause meanwhile is up to who receives it. */
export const FILE_WITHIN_MS = 15 * 60_000;

/** Ends requests that come too slowly. The server as a whole has to be as patient as a file needs. */
export function limitRequestTime(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    done();
    const { raw } = request;
    if (raw.complete || takesBytes(request)) return;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, REQUEST_WITHIN_MS);
    timer.unref();
    const clear = () => {
      clearTimeout(timer);
    };
    raw.once('end', clear);
    raw.once('close', clear);
  });
}
