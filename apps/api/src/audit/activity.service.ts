import { Injectable } from '@nestjs/common';
import { ActivityRepository } from './activity.repository.js';

/** When something last happened. */
@Injectable()
export class Activity {
  constructor(private readonly repository: ActivityRepository) {}

  /** The last answer, finding or step of each assessment; one in which nothing happened is left out. */
  lastAt(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.repository.lastAt(assessmentIds);
  }
}
