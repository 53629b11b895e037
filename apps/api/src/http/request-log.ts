import type { FastifyInstance } from 'fastify';

/** One line for each request that was answered: never a query, a body or a cookie. */
export function logRequests(instance: FastifyInstance): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      path: request.url.split('?')[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    // Whoever watches asks every few seconds.
    if (line.path === '/healthz' || line.path === '/readyz') request.log.debug(line, 'answered');
    else request.log.info(line, 'answered');
    done();
  });
}
