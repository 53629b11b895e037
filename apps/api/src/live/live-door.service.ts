import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import { Problem } from '../http/problem.js';
import { Sessions } from '../session/sessions.service.js';

/** Decides who may go on listening. */
@Injectable()
export class LiveDoor {
  constructor(
    private readonly sessions: Sessions,
    private readonly access: Access,
  ) {}

  /** Why somebody may not listen to an assessment any more; undefined: they may. */
  async closedFor(
    token: string | undefined,
    assessmentId: string,
  ): Promise<'session' | 'access' | undefined> {
    try {
      const actor = await this.sessions.actorBehind(token);
      await this.access.require(actor, { kind: 'assessment', id: assessmentId }, 'assessment:read');
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.code.startsWith('session.') ? 'session' : 'access';
    }
  }
}
