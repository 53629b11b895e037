import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Settings } from '../config/settings.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What is no page loads nothing, runs nothing and is framed by nobody. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What goes with every response that is no page. */
export function securityHeaders(settings: Settings): Readonly<Record<string, string>> {
  return {
    'content-security-policy': DATA_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    // With no-referrer a form's own posts would come from the origin `null`.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(settings.isSecure ? { 'strict-transport-security': `max-age=${String(YEAR_SECONDS)}` } : {}),
  };
}

/**
 * Headers of every response: it is no page, unless {@link allowPage} says so. They are the same each time, so that
 * what is asked most often pays next to nothing for them.
 */
export function setSecurityHeaders(instance: FastifyInstance, settings: Settings): void {
  const headers = securityHeaders(settings);
  const unkept = { ...headers, 'cache-control': 'no-store' };
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/') ? unkept : headers);
    done();
  });
}

/** A page shows others in frames, is shown in one, or neither. */
type Frames = 'frames' | 'framed' | 'none';

/**
 * Lets a response be a page of ours: it may load and run what comes from here, and what bears this response's nonce.
 *
 * @param base where `<base href>` may lead; only the dashboard has one, which its router stands on
 * @param frames what it has to do with frames, and then only with pages of ours
 * @returns the nonce, for the page's own scripts and styles
 */
export function allowPage(
  reply: FastifyReply,
  settings: Settings,
  base: "'self'" | "'none'",
  frames: Frames = 'none',
): string {
  const nonce = randomBytes(18).toString('base64');
  void reply.header('content-security-policy', pagePolicy(nonce, settings, base, frames));
  if (frames === 'framed') void reply.header('x-frame-options', 'SAMEORIGIN');
  return nonce;
}

/** Lets a response be the program that stands between the form and the network: it may fetch what comes from here. */
export function allowWorker(reply: FastifyReply): void {
  void reply.header('content-security-policy', "default-src 'none'; connect-src 'self'");
}

function pagePolicy(nonce: string, { isSecure }: Settings, base: string, frames: Frames): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    `base-uri ${base}`,
    "form-action 'self'",
    `frame-src ${frames === 'frames' ? "'self'" : "'none'"}`,
    `frame-ancestors ${frames === 'framed' ? "'self'" : "'none'"}`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
