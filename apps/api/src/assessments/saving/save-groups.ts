import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Commits, type Commit } from '../../database/commits.js';
import { Database } from '../../database/database.js';
import { isHeldElsewhere, isUnavailable } from '../../database/unavailable.js';
import { unavailableProblem } from '../../database/unavailable-problem.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Problem } from '../../http/problem.js';
import { GroupDecision, type Decision, type ReadyRequest } from './group-decision.js';
import { wantedBy, type GroupChanges } from './group-facts.js';
import { SavesRepository } from './saves.repository.js';

/** Saves in one group at most: a longer one would keep everybody else waiting. */
const MOST_SAVES = 500;
/** Requests that may wait for their group; whoever comes then is told to come back. */
const MOST_WAITING = 10_000;

/** A group is closed after so many turns of the event loop in which nobody came: a connection is taken up in one, and read in the next. */
const QUIET_TURNS = 2;
/** However many come, those who came first don't wait for more of them than this. */
const GATHERING_MS = 50;

/** A request on its way into a group. */
interface Waiting {
  readonly request: ReadyRequest;
  readonly settle: (decision: Decision) => void;
  readonly fail: (error: unknown) => void;
}

/** What became of a group. */
interface DecidedGroup {
  /** One for each request, in their order. */
  readonly decisions: readonly Decision[];
  readonly commit: Commit;
}

/**
 * Stores all requests that have arrived meanwhile in one transaction: the disk is asked once for all of them, which is
 * what makes durable saving fast. A request that is refused, or that the database refuses, fails alone.
 */
@Injectable()
export class SaveGroups {
  readonly #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(
    private readonly database: Database,
    private readonly unit: UnitOfWork,
    private readonly commits: Commits,
    private readonly saves: SavesRepository,
  ) {}

  /**
   * Decides over a request and stores what comes of it together with others; resolves when it is on the disk.
   *
   * @throws Problem `server.busy` when the database can't be written now, or too many are waiting; `server.full`
   */
  decide(request: ReadyRequest): Promise<Decision> {
    if (this.unit.isOpen) throw new Error('A group that a unit of work waits for would wait for the unit.');
    if (this.#waiting.length >= MOST_WAITING) throw new Problem('server.busy', { retryAfterSeconds: 2 });
    return new Promise<Decision>((settle, fail) => {
      this.#waiting.push({ request, settle, fail });
      void this.#writeAll();
    });
  }

  /** The same inside a unit of work: a request that shares the unit's fate can't share a group's. */
  async decideWithinUnit(request: ReadyRequest): Promise<Decision> {
    const { decisions, commit } = await this.#store([request], true);
    const [decision] = decisions;
    if (!decision) throw new Error('A request was not decided.');
    this.unit.trace(...commit.streams);
    return decision;
  }

  /** One group after the other, as long as there is somebody waiting. */
  async #writeAll(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      while (this.#waiting.length > 0) await this.database.write(() => this.#writeGroup());
    } finally {
      this.#isWriting = false;
    }
  }

  async #writeGroup(): Promise<void> {
    await this.#gather();
    await this.#write(this.#takeGroup());
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#settle(group, false);
    } catch (error) {
      const parts = isHeldElsewhere(error) ? byAssessment(group) : [group];
      // Only who answers the assessment that is held is put off.
      if (parts.length > 1) await Promise.all(parts.map((part) => this.#write(part)));
      else if (isUnavailable(error)) for (const { fail } of group) fail(unavailableProblem(error));
      else for (const waiting of group) await this.#writeAlone(waiting);
    }
  }

  /**
   * Whatever has been received by now is read before the group is closed: it comes along. A turn of the event loop takes
   * up one new connection and no more (libuv since 1.45), so as long as somebody comes there is another turn: else those
   * who have just come would wait while all the others are served again and again.
   */
  async #gather(): Promise<void> {
    const closesAt = performance.now() + GATHERING_MS;
    const isDue = () => this.#waiting.length >= MOST_SAVES || performance.now() >= closesAt;
    let quietTurns = 0;
    do {
      const before = this.#waiting.length;
      await turn();
      quietTurns = this.#waiting.length > before ? 0 : quietTurns + 1;
    } while (quietTurns < QUIET_TURNS && !isDue());
  }

  /** The database refused a group, which hardly ever happens: whoever is to blame fails alone. */
  async #writeAlone(waiting: Waiting): Promise<void> {
    try {
      await this.#settle([waiting], true);
    } catch (error) {
      waiting.fail(unavailableProblem(error) ?? error);
    }
  }

  async #settle(group: readonly Waiting[], isThorough: boolean): Promise<void> {
    const requests = group.map(({ request }) => request);
    const { decisions, commit } = await this.#store(requests, isThorough);
    if (commit.streams.length > 0) this.commits.publish(commit);
    for (const [place, decision] of decisions.entries()) group[place]?.settle(decision);
  }

  #store(requests: readonly ReadyRequest[], isThorough: boolean): Promise<DecidedGroup> {
    return this.saves.store(wantedBy(requests, isThorough), (facts) => {
      const group = new GroupDecision(facts);
      const decisions = requests.map((request) => group.decide(request));
      return { changes: group.changes, result: { decisions, commit: commitOf(group.changes) } };
    });
  }

  #takeGroup(): readonly Waiting[] {
    let count = 0;
    const end = this.#waiting.findIndex(({ request }) => (count += request.saves.length) > MOST_SAVES);
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(1, end));
  }
}

function byAssessment(group: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const parts = new Map<string, Waiting[]>();
  for (const waiting of group) {
    const { assessmentId } = waiting.request;
    const part = parts.get(assessmentId);
    if (part) part.push(waiting);
    else parts.set(assessmentId, [waiting]);
  }
  return [...parts.values()];
}

/** The tables that saves change. */
const TABLES = ['answer_event', 'current_answer', 'personal_content', 'stream_head'] as const;

function commitOf({ entries, moved, ends }: GroupChanges): Commit {
  const tables = new Set<string>(TABLES);
  if (entries.length > 0) tables.add('audit_entry');
  if (moved.length > 0) tables.add('assessment');
  const streams = [...ends].map(([id, { sequence }]) => ({ kind: 'assessment' as const, id, sequence }));
  return { tables, streams };
}
