import {
  leaveAssessment,
  leaveDraft,
  stayInAssessment,
  stayInDraft,
  watchAssessment,
  watchDraft,
} from '@kilim/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { SessionCookie } from '../session/session-cookie.js';
import type { LiveSubject } from './live-subject.js';
import { LiveStreams } from './live-streams.service.js';
import { Visitors } from './visitors.service.js';

/** How proxies are told to pass on what is written as it is written. */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // Else the connection would stay open, idle, when the stream has ended, and a server that stops would wait for it.
  connection: 'close',
};

interface VisitParams {
  readonly assessmentId: string;
  readonly visitId: string;
}

interface DraftVisitParams {
  readonly draftId: string;
  readonly visitId: string;
}

interface WatchQuery {
  readonly after?: number;
  readonly visitId?: string;
}

interface Watching {
  readonly accountId: string;
  readonly query: WatchQuery;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

@Controller()
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly visitors: Visitors,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(watchAssessment)
  watch(
    @EndpointParams(watchAssessment) { assessmentId }: { assessmentId: string },
    @EndpointQuery(watchAssessment) query: WatchQuery,
    @CurrentActor() { accountId }: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const subject: LiveSubject = { kind: 'assessment', id: assessmentId };
    return this.#watch(subject, { accountId, query, request, reply });
  }

  @Endpoint(watchDraft)
  watchDraft(
    @EndpointParams(watchDraft) { draftId }: { draftId: string },
    @EndpointQuery(watchDraft) query: WatchQuery,
    @CurrentActor() { accountId }: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#watch({ kind: 'draft', id: draftId }, { accountId, query, request, reply });
  }

  @Endpoint(stayInDraft)
  async stayInDraft(
    @EndpointParams(stayInDraft) { draftId, visitId }: DraftVisitParams,
    @EndpointBody(stayInDraft) { part }: { part: string | null },
    @CurrentActor() { accountId }: Actor,
  ): Promise<void> {
    await this.visitors.stay(draftId, { accountId, visitId, sectionId: part });
  }

  @Endpoint(leaveDraft)
  async leaveDraft(
    @EndpointParams(leaveDraft) { draftId, visitId }: DraftVisitParams,
    @CurrentActor() { accountId }: Actor,
  ): Promise<void> {
    await this.visitors.leave(draftId, { accountId, visitId });
  }

  @Endpoint(stayInAssessment)
  async stay(
    @EndpointParams(stayInAssessment) { assessmentId, visitId }: VisitParams,
    @EndpointBody(stayInAssessment) { sectionId }: { sectionId: string | null },
    @CurrentActor() { accountId }: Actor,
  ): Promise<void> {
    await this.visitors.stay(assessmentId, { accountId, visitId, sectionId });
  }

  @Endpoint(leaveAssessment)
  async leave(
    @EndpointParams(leaveAssessment) { assessmentId, visitId }: VisitParams,
    @CurrentActor() { accountId }: Actor,
  ): Promise<void> {
    await this.visitors.leave(assessmentId, { accountId, visitId });
  }

  async #watch(subject: LiveSubject, { accountId, query, request, reply }: Watching): Promise<void> {
    // Whatever can go wrong goes wrong before the headers are sent.
    const length = await this.streams.lengthOf(subject);
    // From here to the stream being open nothing waits: of many that come at once each counts those before it.
    this.streams.assertRoom(accountId);
    void reply.headers(STREAM_HEADERS);
    if (request.method === 'HEAD') return void reply.send();
    reply.hijack();
    reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    const listener = {
      ...{ accountId, subject, visitId: query.visitId },
      token: this.cookie.tokenOf(request),
      // A browser that opens a broken stream again says how far it was told; what the address says is older.
      after: lastTold(request) ?? query.after,
    };
    await this.streams.open(reply.raw, listener, length);
  }
}

function lastTold({ headers }: FastifyRequest): number | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}
