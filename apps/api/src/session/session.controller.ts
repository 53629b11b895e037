import { readSession, type Session, signIn, type SignIn, signOut } from '@kilim/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { Endpoint, EndpointBody } from '../http/endpoint.decorator.js';
import { SessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { Sessions } from './sessions.service.js';

/** Signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly service: SessionService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(signIn)
  async signIn(
    @EndpointBody(signIn) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { session, opened } = await this.service.signIn(body, {
      address: request.ip,
      userAgent: request.headers['user-agent'],
      previousToken: this.cookie.tokenOf(request),
      requestId: request.id,
    });
    this.cookie.set(reply, opened.token);
    return session;
  }

  @Endpoint(readSession)
  readSession(@CurrentActor() actor: Actor): Promise<Session> {
    return this.service.read(actor);
  }

  @Endpoint(signOut)
  async signOut(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(actor);
    this.cookie.clear(reply);
  }
}
