import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/**
 * Refuses a request that names no host, and passes over it when one expects what is not known: Node, left to itself, would
 * refuse both without a word.
 */
export function answerOddHeaders(instance: FastifyInstance): void {
  instance.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    instance.server.emit('request', request, response);
  });
  instance.addHook('onRequest', ({ raw }, _reply, done) => {
    // In HTTP/1.0 there need be none.
    if (raw.headers.host !== undefined || raw.httpVersion === '1.0') done();
    else done(new Problem('request.malformed', { detail: 'The request names no host.' }));
  });
}
