import { randomUUID } from 'node:crypto';
import { type OutgoingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEMS, type ProblemCode } from '@kilim/contracts';
import type { ConnectionError, FastifyInstance } from 'fastify';
import { documentOf, PROBLEM_TYPE } from './problem.filter.js';
import { Problem } from './problem.js';

/** What Node calls it, and what it is called here; all else is no HTTP that could be understood. */
const BY_ERROR: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.headersTooLarge',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.tooLarge',
};

/**
 * Answers what never became a request: broken or oversized headers, a body that is no HTTP, one that came too slowly.
 * Nothing of fastify's has run for it, so the answer is written as it goes over the line, and the connection ends.
 *
 * @param headers that go with every response
 */
export function answerBroken(headers: Readonly<Record<string, string>>) {
  return function (this: FastifyInstance, error: ConnectionError, socket: Socket): void {
    // A client that is gone hears nothing.
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    this.log.debug({ err: error }, 'A request was broken.');
    if (socket.writable && !isAnswering(socket)) socket.write(textOf(problemBehind(error), headers));
    socket.destroy(error);
  };
}

function problemBehind({ code }: ConnectionError): Problem {
  const known = BY_ERROR[code];
  if (known) return new Problem(known);
  return new Problem('request.malformed', { detail: 'This is no request of HTTP/1.1.' });
}

/** Whether an earlier request of the connection is being answered: nothing may be written into that. */
function isAnswering(socket: Socket & { readonly _httpMessage?: OutgoingMessage | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}

function textOf(problem: Problem, headers: Readonly<Record<string, string>>): string {
  const { status } = PROBLEMS[problem.code];
  const body = JSON.stringify(documentOf(problem, randomUUID()));
  const all = {
    ...headers,
    'cache-control': 'no-store',
    'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
