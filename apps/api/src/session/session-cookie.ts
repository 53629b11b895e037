import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { LIFETIME_MS } from './sessions.service.js';

/** The cookie that holds the token: not for scripts, not for other sites, and where there is https, for https only. */
@Injectable()
export class SessionCookie {
  /** What it is called. The prefix makes browsers insist on https, on the path and on this very host. */
  readonly name: string;
  readonly #isSecure: boolean;

  constructor(settings: Settings) {
    this.#isSecure = settings.isSecure;
    this.name = settings.isSecure ? '__Host-kilim_session' : 'kilim_session';
  }

  /** The token that came with a request; undefined without one. */
  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.#attributes, maxAge: LIFETIME_MS / 1000 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.#attributes);
  }

  get #attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#isSecure } as const;
  }
}
