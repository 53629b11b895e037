import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { answerBroken } from './http/broken-requests.js';
import { passBytes } from './http/byte-bodies.js';
import { refuseCrossSite } from './http/cross-site.js';
import { admitLargeRequests } from './http/large-requests.js';
import { openApiOf } from './http/openapi.js';
import { answerOddHeaders } from './http/odd-headers.js';
import { packReplies } from './http/packed-replies.js';
import { answerUnreadable } from './http/problem.filter.js';
import { FILE_WITHIN_MS, limitRequestTime } from './http/request-time.js';
import { securityHeaders, setSecurityHeaders } from './http/security-headers.js';
import { closeUnusedConnections } from './http/unused-connections.js';
import { refuseWhileStopping } from './http/stopping.js';
import type { LogTarget } from './log/enduring-target.js';
import { logOptions } from './log/log-options.js';
import { NestLog } from './log/nest-log.js';
import { logRequests } from './log/request-log.js';
import { SessionCookie } from './session/session-cookie.js';
import { serveApps } from './web/serve-apps.js';

/** The largest body that is read, but for files. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * The application as it is served: the same for `main`, the tests and whoever writes its documentation. It has opened
 * and migrated its database, and listens as soon as it is told to.
 *
 * @param observe called with the server before any route is added
 * @param logTo where its log goes; absent: the standard output
 * @throws when the database can't be used
 */
export async function createApp(
  settings: Settings,
  observe: (instance: FastifyInstance) => void = () => undefined,
  logTo?: LogTarget,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: FILE_WITHIN_MS,
    // Said by `answerOddHeaders`.
    http: { requireHostHeader: false },
    genReqId: () => randomUUID(),
    logger: logOptions(settings, logTo),
    // One line when it is answered is enough; see `logRequests`.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    forceCloseConnections: 'idle',
    // Said by `refuseWhileStopping`.
    return503OnClosing: false,
    frameworkErrors: answerUnreadable(securityHeaders(settings)),
    clientErrorHandler: answerBroken(securityHeaders(settings)),
  });
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  observe(instance);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: new NestLog(instance.log),
    // Fastify's own parser, which knows JSON; Nest's would add forms, which other sites can send.
    bodyParser: false,
    abortOnError: false,
  });
  instance.removeContentTypeParser('text/plain');
  closeUnusedConnections(instance);
  logRequests(instance);
  passBytes(instance);
  admitLargeRequests(instance, app);
  limitRequestTime(instance);
  setSecurityHeaders(instance, settings);
  refuseWhileStopping(instance);
  answerOddHeaders(instance);
  refuseCrossSite(instance, settings.publicUrl);
  packReplies(instance);
  await instance.register(cookie);
  serveApps(instance, settings);
  serveOpenApi(app, instance);
  if (settings.publicUrl !== undefined && settings.trustedProxies.length === 0) {
    instance.log.warn(
      'PUBLIC_URL is set, TRUSTED_PROXIES is not: everybody behind the proxy shares one limit.',
    );
  }
  await app.init();
  await instance.ready();
  return app;
}

/** Made when somebody asks for it first. */
function serveOpenApi(app: NestFastifyApplication, instance: FastifyInstance): void {
  let text: string | undefined;
  instance.get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiOf(app, app.get(SessionCookie).name));
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
}
