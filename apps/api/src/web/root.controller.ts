import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OutsideContract } from '../http/endpoint.decorator.js';
import { Problem } from '../http/problem.js';
import { SessionCookie } from '../session/session-cookie.js';
import { homeOf } from '../session/session.service.js';
import { Sessions } from '../session/sessions.service.js';

/** The address without a path. */
@Controller()
@ApiExcludeController()
@OutsideContract()
export class RootController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** Sends people to where their work is; whoever is not signed in, to the form, which asks them to. */
  @Get('/')
  async root(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const home = await this.#homeOf(this.cookie.tokenOf(request));
    void reply.header('cache-control', 'no-store').redirect(home, 302);
  }

  async #homeOf(token: string | undefined): Promise<string> {
    try {
      return homeOf((await this.sessions.actorOf(token)).memberships);
    } catch (error) {
      if (error instanceof Problem) return '/survey/';
      throw error;
    }
  }
}
