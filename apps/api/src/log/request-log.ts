import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { factsOf } from './request-facts.js';

/** Whoever watches asks every few seconds; a page asks for dozens of files. */
const OF_LITTLE_INTEREST = /^\/(healthz|readyz|admin|survey)(\/|$)/;

/**
 * Gives every request an id, which the response says as well, and writes one line when it is over: the route's pattern,
 * never the address, whose ids and queries are nobody's business; never a body or a cookie.
 */
export function logRequests(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    write(request, reply, { status: reply.statusCode });
    done();
  });
  instance.addHook('onRequestAbort', (request, done) => {
    write(request, undefined, { aborted: true });
    done();
  });
}

function write(
  request: FastifyRequest,
  reply: FastifyReply | undefined,
  outcome: { readonly status: number } | { readonly aborted: true },
): void {
  const route = request.routeOptions.url ?? 'no route';
  const line = {
    method: request.method,
    route,
    ...outcome,
    ...(reply === undefined ? {} : { ms: Math.round(reply.elapsedTime) }),
    ...factsOf(request),
  };
  const message = 'aborted' in outcome ? 'given up by whoever asked' : 'answered';
  if (OF_LITTLE_INTEREST.test(route)) request.log.debug(line, message);
  else request.log.info(line, message);
}
