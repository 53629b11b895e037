import { type Endpoint, endpoints } from '@kilim/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { SessionCookie } from '../session/session-cookie.js';
import { Sessions } from '../session/sessions.service.js';
import { problemOf, sendProblem } from './problem.filter.js';

/**
 * Reads larger requests than usual where the contract says so, and only from somebody who is signed in: who that is,
 * is asked before the first byte of the body is read.
 */
export function admitLargeRequests(instance: FastifyInstance, app: NestFastifyApplication): void {
  const limits = new Map<string, number>(
    Object.values<Endpoint>(endpoints).flatMap(({ method, path, largest }) =>
      largest === undefined ? [] : [[`${method} /api${path}`, largest] as const],
    ),
  );
  instance.addHook('onRoute', (route) => {
    const limit = limits.get(`${String(route.method)} ${route.url}`);
    if (limit === undefined) return;
    route.bodyLimit = limit;
    route.onRequest = async (request, reply) => {
      try {
        await app.get(Sessions).actorOf(app.get(SessionCookie).tokenOf(request));
      } catch (error) {
        sendProblem(reply, problemOf(error), request.id);
        return reply;
      }
      return undefined;
    };
  });
}
