import { PROBLEMS, type ProblemCode, type ProblemDocument } from '@kilim/contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noteFacts } from '../log/request-facts.js';
import { unavailableProblem } from '../database/unavailable-problem.js';
import { Problem } from './problem.js';

/** What a problem travels as (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** What fastify and Nest say by a status, in the contract's words. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'route.missing',
  405: 'route.missing',
  413: 'request.tooLarge',
  414: 'request.tooLarge',
  415: 'request.mediaType',
};

/** Turns whatever was thrown into a problem document. The one place that knows both problems and HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    log(request, problem, thrown);
    if (problem.code === 'route.missing' && isSomebodyLooking(request)) {
      void reply.header('cache-control', 'no-store').redirect(`/survey${request.url}`, 302);
      return;
    }
    sendProblem(reply, problem, request.id);
  }
}

/** Whether it is a person in front of a browser, not a program: the form then says that there is no such page. */
function isSomebodyLooking({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api') && (headers.accept ?? '').includes('text/html');
}

/** For what goes wrong before there is a route and before anything of ours has run: an address that can't be read. */
export function answerUnreadable(headers: Readonly<Record<string, string>>) {
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = new Problem('request.malformed', { detail: 'The address can not be read.' });
    sendProblem(reply.headers(headers), problem, request.id);
  };
}

/** Answers with a problem where nothing of Nest's runs yet. */
export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  const { retryAfterSeconds } = problem.facts;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  void reply
    .status(PROBLEMS[problem.code].status)
    .header('content-type', `${PROBLEM_TYPE}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(documentOf(problem, requestId)));
}

/** A problem as it travels. */
export function documentOf(problem: Problem, requestId: string): ProblemDocument {
  const { status, title } = PROBLEMS[problem.code];
  const { detail, places, details } = problem.facts;
  return {
    type: `/problems/${problem.code}`,
    ...{ code: problem.code, title, status },
    detail: detail ?? `${title}.`,
    places: places ?? [],
    ...(details === undefined ? {} : { details: details as NonNullable<ProblemDocument['details']> }),
    requestId,
  };
}

/** What was thrown as a problem of the contract. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    return new Problem(BY_STATUS[thrown.getStatus()] ?? 'request.malformed', {
      ...detailOf(thrown),
      cause: thrown,
    });
  }
  const unavailable = unavailableProblem(thrown);
  if (unavailable) return unavailable;
  return new Problem('internal', {
    detail: 'It was logged under the request id given here.',
    cause: thrown,
  });
}

/** What the JSON parser says helps to mend it; what Nest says of a missing route repeats the address. */
function detailOf(exception: HttpException): { detail?: string } {
  const status = exception.getStatus();
  if (status === 404) return {};
  const cause = exception.cause;
  return { detail: cause instanceof Error ? sentence(cause.message) : sentence(exception.message) };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The line of the request says the code; what the server itself could not do is told with its cause. */
function log(request: FastifyRequest, problem: Problem, thrown: unknown): void {
  noteFacts(request, { problem: problem.code });
  const { status, title } = PROBLEMS[problem.code];
  if (status >= 500) request.log.error({ err: problem.facts.cause ?? thrown, problem: problem.code }, title);
}
