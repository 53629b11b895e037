import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/**
 * Refuses what still comes on open connections once the server has begun to stop, in the contract's words: fastify, left
 * to itself, answers in its own.
 */
export function refuseWhileStopping(instance: FastifyInstance): void {
  let isStopping = false;
  instance.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  instance.addHook('onRequest', (_request, _reply, done) => {
    if (!isStopping) done();
    else
      done(
        new Problem('server.busy', {
          detail: 'The server is stopping. Nothing was done; try again in a moment.',
          retryAfterSeconds: 5,
        }),
      );
  });
}
