import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';

/** The one style attribute in SurveyJS's markup (its timer icon, 2.5.43), which is part of every form's icons. */
const SURVEY_STYLE =
  'stroke:var(--sd-timer-stroke-background-color);stroke-width:var(--sd-timer-stroke-background-width)';
const SURVEY_STYLE_HASH = `'sha256-${createHash('sha256').update(SURVEY_STYLE).digest('base64')}'`;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const NONCES = new WeakMap<ServerResponse, string>();

/** The nonce of a response: the same in its policy and in its page. */
export function nonceOf(response: ServerResponse): string {
  const known = NONCES.get(response);
  if (known !== undefined) return known;
  const nonce = randomBytes(18).toString('base64');
  NONCES.set(response, nonce);
  return nonce;
}

/** Headers of every response: what its page may load and run, and who may frame, embed or cache it. */
export async function setSecurityHeaders(instance: FastifyInstance, settings: Settings): Promise<void> {
  await instance.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(settings) },
    crossOriginEmbedderPolicy: false,
    // With no-referrer a form's own posts would come from the origin `null`.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.isSecure ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
}

function policy(settings: Settings) {
  const nonce = (_request: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`;
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", nonce],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", nonce],
    styleSrcAttr: ["'unsafe-hashes'", SURVEY_STYLE_HASH],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    // The dashboard's page says `<base href="/admin/">`, which its router and its relative addresses stand on.
    baseUri: [(request: IncomingMessage) => (request.url?.startsWith('/admin') ? "'self'" : "'none'")],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    ...(settings.isSecure ? { upgradeInsecureRequests: [] } : {}),
  };
}
