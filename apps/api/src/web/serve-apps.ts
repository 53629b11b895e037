import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { PREVIEW_PATH, themeIn, type Theme } from '@kilim/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { acceptedEncoding } from '../http/accepted-encoding.js';
import { allowPage, allowWorker } from '../http/security-headers.js';
import type { Asset } from './asset.js';
import { sheetOf, withFirstView } from './first-view-page.js';
import { FirstViews } from './first-views.js';
import { WebApp } from './web-app.js';

const FORM = '/survey/';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** The form's page without anybody's data in it, for when there is no network. */
const SHELL = 'shell.html';
/** The program that keeps it. */
const WORKER = 'sw.js';
/** Kept, but asked about each time. */
const ASK_AGAIN = 'no-cache';
/** Of a page that is made for one person and one time. */
const PACK_QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const toBrotli = promisify(brotliCompress);

/** Serves the dashboard below /admin/ and the form below /survey/. */
export function serveApps(instance: FastifyInstance, settings: Settings): void {
  const [dashboard, form] = [new WebApp(settings.adminDist), new WebApp(settings.surveyDist)];
  serveApp(instance, '/admin/', dashboard, (reply, request) => {
    const nonce = allowPage(reply, settings, "'self'", 'frames');
    return sendPage(reply, dashboard.page(nonce, chosenBy(request)), 'dashboard');
  });
  // The editor of the dashboard shows a draft in the real form, in a frame.
  instance.get(PREVIEW_PATH, (request, reply) => {
    const nonce = allowPage(reply, settings, "'none'", 'framed');
    return sendPage(reply, form.page(nonce, chosenBy(request)), 'form');
  });
  const firstViews = new FirstViews(settings.surveyDist, instance);
  serveApp(instance, FORM, form, async (reply, request) => {
    const nonce = allowPage(reply, settings, "'none'");
    const first = request && (await firstViews.of(request));
    const page = form.page(nonce, chosenBy(request));
    if (!first || page === undefined) return sendPage(reply, page, 'form');
    const sheet = keepsFiles(request) ? undefined : await textOf(form, sheetOf(page));
    return sendPacked(reply, withFirstView(page, first, nonce, sheet), request);
  });
}

/** Whether a worker of ours asks for the browser: then it has kept the files that a page is made of. */
function keepsFiles({ headers }: FastifyRequest): boolean {
  return headers['service-worker-navigation-preload'] !== undefined;
}

/** A file of the form's, by its path below the origin. */
async function textOf(form: WebApp, file: string | undefined): Promise<string | undefined> {
  const asset = file?.startsWith(FORM) === true ? form.asset(file.slice(FORM.length)) : undefined;
  return asset && (await asset.body('identity')).toString();
}

/**
 * @param sendPage told who asks, unless the page is to be kept for when there is no network: then it holds nothing of
 *   anybody's
 */
function serveApp(
  instance: FastifyInstance,
  prefix: string,
  app: WebApp,
  sendPage: (reply: FastifyReply, request?: FastifyRequest) => FastifyReply | Promise<FastifyReply>,
): void {
  instance.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix));
  instance.get<{ Params: { '*': string } }>(`${prefix}*`, async (request, reply) => {
    const name = request.params['*'];
    const asset = app.asset(name);
    if (asset && name === WORKER) allowWorker(reply);
    if (asset) return sendAsset(request, reply, asset);
    if (name === SHELL) return sendPage(reply);
    // A page's address, which the app itself understands; what a page asks for and is not there, is not there.
    if (wantsPage(request)) return sendPage(reply, request);
    return reply.callNotFound();
  });
}

async function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): Promise<FastifyReply> {
  const etag = await asset.etag();
  void reply.header('etag', etag).header('cache-control', asset.isImmutable ? FOR_EVER : ASK_AGAIN);
  if (asset.isCompressible) void reply.header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  const encoding = await asset.encodingFor(request.headers['accept-encoding']);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.header('content-type', asset.type).send(await asset.body(encoding));
}

/** The theme that somebody has chosen; the device's in what is kept for when there is no network. */
function chosenBy(request: FastifyRequest | undefined): Theme {
  return themeIn(request?.headers.cookie);
}

/** @param page undefined when the app of that name has not been built */
function sendPage(reply: FastifyReply, page: string | undefined, name: string): FastifyReply {
  return reply
    .status(page === undefined ? 503 : 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page ?? notBuilt(name));
}

async function sendPacked(
  reply: FastifyReply,
  page: string,
  { headers }: FastifyRequest,
): Promise<FastifyReply> {
  void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
  if (acceptedEncoding(headers['accept-encoding']) !== 'br') return reply.send(page);
  return reply.header('content-encoding', 'br').send(await toBrotli(page, PACK_QUICKLY));
}

/**
 * Browsers say that they open a page, and so does the worker that asks in their place, though only by what it would take;
 * whatever else asks gets one for an address that names no file.
 */
function wantsPage(request: FastifyRequest<{ Params: { '*': string } }>): boolean {
  const { accept = '*/*', 'sec-fetch-dest': destination } = request.headers;
  if (destination === 'document' || accept.includes('text/html')) return true;
  return destination === undefined && accept.includes('*/*') && !request.params['*'].includes('.');
}

function notBuilt(name: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kilim</title></head>
  <body>
    <main>
      <h1>The ${name} has not been built</h1>
      <p>Run <code>npm run build</code> in the folder of Kilim, then start it again.</p>
    </main>
  </body>
</html>
`;
}
