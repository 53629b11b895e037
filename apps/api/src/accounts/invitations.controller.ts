import { acceptInvitation, lookAtInvitation, type ResponseOf, type Session } from '@kilim/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint, EndpointBody } from '../http/endpoint.decorator.js';
import { SessionCookie } from '../session/session-cookie.js';
import { SessionService } from '../session/session.service.js';
import { Sessions } from '../session/sessions.service.js';
import { Invitations } from './invitations.service.js';

/** Taking up an invitation: for whoever has the link. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly sessions: Sessions,
    private readonly session: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(lookAtInvitation)
  look(
    @EndpointBody(lookAtInvitation) { token }: { token: string },
  ): Promise<ResponseOf<typeof lookAtInvitation>> {
    return this.invitations.look(token);
  }

  @Endpoint(acceptInvitation)
  async accept(
    @EndpointBody(acceptInvitation) { token, password }: { token: string; password: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const account = await this.invitations.accept(token, password);
    const userAgent = request.headers['user-agent'];
    const opened = await this.sessions.open(account, userAgent, this.cookie.tokenOf(request));
    this.cookie.set(reply, opened.token);
    return this.session.read(await this.sessions.actorOf(opened.token));
  }
}
