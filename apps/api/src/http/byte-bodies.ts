import { type Endpoint, endpoints } from '@kilim/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Problem } from './problem.js';

const BYTES = 'application/octet-stream';
/** What was refused may still be on its way: so long it is read and thrown away, then the connection ends. */
const DRAIN_WITHIN_MS = 10_000;

/** A file on its way in, unread. */
export interface ByteBody {
  readonly content: Readable;
  /** What the sender announces; undefined when it says nothing. */
  readonly announcedBytes: number | undefined;
}

/** Whether that request goes to an endpoint that takes a file. */
export function takesBytes({ method, routeOptions }: FastifyRequest): boolean {
  return BYTE_ROUTES.has(`${method} ${routeOptions.url ?? ''}`);
}

/** Lets files through unread on the endpoints that take them. Everywhere else they are refused. */
export function passBytes(instance: FastifyInstance): void {
  instance.addContentTypeParser(BYTES, (request, payload, done) => {
    if (takesBytes(request)) done(null, payload);
    else done(new Problem('request.mediaType'));
  });
  instance.addHook('onResponse', (request, _reply, done) => {
    if (takesBytes(request)) endUnread(request);
    done();
  });
}

/** The file that is the request's body. */
export const EndpointBytes = createParamDecorator((_data: unknown, context: ExecutionContext): ByteBody => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const length = headers['content-length'];
  const announcedBytes = length === undefined ? undefined : Number(length);
  if (body instanceof Readable) return { content: body, announcedBytes };
  if (body === undefined || body === null) return { content: Readable.from([]), announcedBytes: 0 };
  throw new Problem('request.mediaType', { detail: `Send the file as it is, as ${BYTES}.` });
});

const BYTE_ROUTES: ReadonlySet<string> = new Set(
  Object.values<Endpoint>(endpoints)
    .filter((endpoint) => endpoint.takesBytes)
    .map(({ method, path }) => `${method} /api${path}`),
);

function endUnread({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  raw.resume();
  const timer = setTimeout(() => raw.destroy(), DRAIN_WITHIN_MS);
  timer.unref();
  raw.once('close', () => {
    clearTimeout(timer);
  });
}
