import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import { Problem } from '../http/problem.js';
import { Sessions } from '../session/sessions.service.js';
import type { LiveSubject } from './live-subject.js';

/** What one must be allowed to, to be told. */
const NEEDED = { assessment: 'assessment:read', draft: 'draft:read' } as const;

/** Decides who may go on listening. */
@Injectable()
export class LiveDoor {
  constructor(
    private readonly sessions: Sessions,
    private readonly access: Access,
  ) {}

  /** Why somebody may not listen any more; undefined: they may. */
  async closedFor(
    token: string | undefined,
    subject: LiveSubject,
  ): Promise<'session' | 'access' | undefined> {
    try {
      const actor = await this.sessions.actorBehind(token);
      await this.access.require(actor, subject, NEEDED[subject.kind]);
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.code.startsWith('session.') ? 'session' : 'access';
    }
  }
}
