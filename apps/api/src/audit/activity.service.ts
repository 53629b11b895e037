import { Injectable } from '@nestjs/common';
import { HistoryRepository } from './history.repository.js';

/** When something last happened. */
@Injectable()
export class Activity {
  constructor(private readonly history: HistoryRepository) {}

  /** The last answer, finding or step of each assessment; one in which nothing happened is left out. */
  lastAt(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.history.lastAt(assessmentIds);
  }
}
