import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Commits } from '../database/commits.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ScorecardColumns } from './scorecard-columns.service.js';
import type { ScorecardRow } from './scorecard.entity.js';
import { ScorecardsRepository } from './scorecards.repository.js';

/** So long an assessment rests before its scores are stored: somebody who types changes them every second. */
const REST_MS = 2000;
/** For each millisecond of computing so many of leaving the processor to those who save and read. */
const IDLE_SHARE = 19;
/** Assessments stored in one transaction at most. */
const BATCH = 20;
/** How long stopping may take for it; what remains is computed when it is asked for. */
const LAST_MS = 2000;

/**
 * Lets the stored scorecards follow the record, a moment behind it and never in anybody's way. Whoever reads one that
 * is behind computes it anew, so nothing depends on how soon this comes round.
 */
@Injectable()
export class ScorecardKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(ScorecardKeeper.name);
  readonly #behind = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #following: Promise<void> = Promise.resolve();
  #stopsAt: number | undefined;

  constructor(
    private readonly columns: ScorecardColumns,
    private readonly repository: ScorecardsRepository,
    private readonly unit: UnitOfWork,
    private readonly commits: Commits,
  ) {}

  onApplicationBootstrap(): void {
    this.commits.subscribe(({ streams }) => {
      for (const { kind, id } of streams) if (kind === 'assessment') this.note(id);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopsAt = performance.now() + LAST_MS;
    await this.followNow();
  }

  /** Stores what is behind now, without waiting for it to rest. */
  async followNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#following;
    await this.#follow();
  }

  /** An assessment's stored scorecards are behind its record. */
  note(assessmentId: string): void {
    this.#behind.add(assessmentId);
    if (this.#timer !== undefined || this.#stopsAt !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#following = this.#follow().finally(() => {
        this.#timer = undefined;
        const [next] = this.#behind;
        if (next !== undefined) this.note(next);
      });
    }, REST_MS);
    this.#timer.unref();
  }

  /** Goes through those that are behind now. */
  async #follow(): Promise<void> {
    const due = [...this.#behind];
    this.#behind.clear();
    for (let start = 0; start < due.length; start += BATCH) {
      if (this.#stopsAt !== undefined && performance.now() > this.#stopsAt) return;
      try {
        await this.#store(due.slice(start, start + BATCH));
      } catch (error) {
        this.#log.error(error, 'Scorecards could not be stored: they are computed whenever they are read.');
      }
    }
  }

  async #store(assessmentIds: readonly string[]): Promise<void> {
    const rows: ScorecardRow[] = [];
    for (const id of assessmentIds) {
      const began = performance.now();
      rows.push(...(await this.columns.rows(id)));
      if (this.#stopsAt === undefined) await pause((performance.now() - began) * IDLE_SHARE);
    }
    await this.unit.write({ untraced: 'projection.follow' }, () => this.repository.put(rows));
  }
}
