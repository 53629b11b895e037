import { ACCOUNT_HEADER, type Endpoint } from '@kilim/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Access } from '../access/access.service.js';
import { scopeOf } from '../access/scope.js';
import { noteFacts } from '../log/request-facts.js';
import { SessionCookie } from '../session/session-cookie.js';
import { Sessions } from '../session/sessions.service.js';
import { rememberActor } from './actor.decorator.js';
import { ENDPOINT, OUTSIDE_CONTRACT } from './endpoint.decorator.js';
import { Problem } from './problem.js';

/**
 * Lets a request through to its handler, by what the contract says of the endpoint. In this order:
 *
 * | | answer |
 * |---|---|
 * | nobody is signed in, or somebody else than the request says | 401 |
 * | an id in the path is malformed, unknown or foreign | 404, always the same |
 * | inside one's scope, but the role does not allow it | 403 |
 *
 * A handler that neither serves an endpoint nor says that it stands outside of the contract is never reached.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OUTSIDE_CONTRACT, targets)) return true;
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new Error('A handler serves no endpoint of the contract and does not say why.');
    if (endpoint.allow !== 'anyone') await this.#admit(endpoint, context.switchToHttp().getRequest());
    return true;
  }

  async #admit(endpoint: Endpoint, request: FastifyRequest): Promise<void> {
    const actor = await this.sessions.actorOf(this.cookie.tokenOf(request));
    noteFacts(request, { accountId: actor.accountId });
    const meant = request.headers[ACCOUNT_HEADER];
    if (meant !== undefined && meant !== actor.accountId) throw new Problem('session.other');
    const scope = scopeOf(request.params as Readonly<Record<string, string>>);
    if (scope === undefined) throw new Problem('resource.missing');
    if (endpoint.allow !== 'signedIn' && endpoint.allow !== 'anyone') {
      if (endpoint.isAnywhere) this.access.requireAnywhere(actor, endpoint.allow);
      else await this.access.require(actor, scope, endpoint.allow);
    }
    rememberActor(request, actor);
  }
}
