import { CITY_ROLES } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Problem } from '../http/problem.js';

/** Nobody verifies a city that they also work for; neither role is given beside the other, but both may have been. */
@Injectable()
export class Outsiders {
  constructor(private readonly access: Access) {}

  /** @throws Problem `access.forbidden` for somebody with a role in that city */
  async assert(actor: Actor, assessmentId: string): Promise<void> {
    const roles = await this.access.rolesFor(actor, { kind: 'assessment', id: assessmentId });
    if (!roles.some((role) => CITY_ROLES.includes(role))) return;
    const detail = 'You work for this city, so somebody else has to verify it.';
    throw new Problem('access.forbidden', { detail });
  }
}
