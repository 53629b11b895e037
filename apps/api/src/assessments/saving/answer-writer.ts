import type { AnswerSave, Instant } from '@kilim/contracts';
import type { CurrentAnswerRow } from '../current-answer.entity.js';

/** A few changes of answers of one assessment by one person: all are saved or none. */
export interface SaveRequest {
  readonly assessmentId: string;
  /** The account that saves. */
  readonly actorId: string;
  readonly saves: readonly AnswerSave[];
  /** When it happened; absent: now. */
  readonly at?: Instant;
  /** The clock of who sent it, when they did. */
  readonly sentAt?: Instant | undefined;
}

/**
 * Writes changes of answers: the one way in. Requests may come at once and are answered each for itself; how many of
 * them share a transaction is up to the implementation.
 */
export abstract class AnswerWriter {
  /**
   * Saves and answers each answer as it then stands; for a `saveId` that was seen before, as it stood the first time.
   *
   * @throws Problem `answer.notAsked`, `answer.stale` with `StaleDetails`, `answer.saveIdReused`, `assessment.locked`,
   *   `round.closed` with `ClosedDetails`, `server.busy`, `server.full`
   */
  abstract write(request: SaveRequest): Promise<readonly CurrentAnswerRow[]>;
}
