import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { takesBytes } from './byte-bodies.js';
import { Problem } from './problem.js';

/** How long a client may take to send a request. */
const REQUEST_WITHIN_MS = 30_000;
/** How long it may take to send a file; how long it may pause meanwhile is up to who receives it. */
export const FILE_WITHIN_MS = 15 * 60_000;

/** How long whoever was too slow may take to take the answer. */
const ANSWERED_WITHIN_MS = 5000;

/**
 * Ends requests that come too slowly, with an answer where somebody waits for their body. The server as a whole has to
 * be as patient as a file needs.
 */
export function limitRequestTime(instance: FastifyInstance, withinMs = REQUEST_WITHIN_MS): void {
  instance.addHook('onRequest', (request, reply, done) => {
    done();
    const { raw } = request;
    if (raw.complete || takesBytes(request)) return;
    const timer = setTimeout(() => {
      if (raw.complete) return;
      if (!reply.sent) void reply.header('connection', 'close');
      giveUp(raw, withinMs);
    }, withinMs);
    timer.unref();
    const clear = () => {
      clearTimeout(timer);
    };
    raw.once('end', clear);
    raw.once('close', clear);
  });
}

/** Whoever reads the body fails at it, and so answers; nobody waits longer for whoever does not take that. */
function giveUp(raw: IncomingMessage, withinMs: number): void {
  if (raw.listenerCount('error') === 0) {
    raw.destroy();
    return;
  }
  const detail = `It did not arrive whole within ${String(withinMs / 1000)} seconds. Send it again.`;
  raw.emit('error', new Problem('request.timeout', { detail }));
  const timer = setTimeout(() => raw.destroy(), ANSWERED_WITHIN_MS).unref();
  raw.once('close', () => {
    clearTimeout(timer);
  });
}
