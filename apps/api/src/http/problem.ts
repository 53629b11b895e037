import { PROBLEMS, type ProblemCode, type ProblemPlace } from '@kilim/contracts';

/** What a problem may carry beside its code. */
export interface ProblemFacts {
  /** One sentence on this occurrence: what happened and how to mend it. Absent: the code's title. */
  readonly detail?: string;
  /** Where in the request. */
  readonly places?: readonly ProblemPlace[];
  /** Further facts that the code's readers know, for instance `StaleDetails`. Must be JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds?: number;
  /** What made it happen: logged, never sent. */
  readonly cause?: unknown;
}

/**
 * An expected failure, by its code in the contract. Services throw it; the problem filter turns it into HTTP.
 *
 *     throw new Problem('answer.stale', { detail: '…', details: { stale } });
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(facts.detail ?? PROBLEMS[code].title, { cause: facts.cause });
  }
}
