import type { GroupChanges, GroupFacts, Wanted } from './group-facts.js';

/** Decides over a group: from the facts to what is changed, and to whatever the caller wants to know. */
export type Decide<Result> = (facts: GroupFacts) => {
  readonly changes: GroupChanges;
  readonly result: Result;
};

/**
 * Stores groups of saves: events, what was said, how answers stand and where streams end, all in one transaction and
 * in a few statements, however many saves there are.
 */
export abstract class SavesRepository {
  /**
   * Holds the assessments of a group, lets it be decided and stores what comes of it. Resolves when it is on the disk;
   * inside a unit of work it is a part of that, and on the disk with it. A failure leaves nothing behind.
   */
  abstract store<Result>(wanted: Wanted, decide: Decide<Result>): Promise<Result>;
}
