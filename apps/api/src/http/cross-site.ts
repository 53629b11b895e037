import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that change something and that a browser sent for another site's page. Programs that are no browser
 * send neither `Sec-Fetch-Site` nor `Origin` and pass: no cookie of anybody's comes along with them by itself.
 */
export function refuseCrossSite(instance: FastifyInstance, publicUrl: string | undefined): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    if (READING.includes(request.method) || isOwn(request, publicUrl)) done();
    else done(new Problem('request.crossSite'));
  });
}

function isOwn(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const isPublic = publicUrl !== undefined && new URL(origin).origin === new URL(publicUrl).origin;
  return isPublic || new URL(origin).host === host;
}
