import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { FileStorage } from '../storage/file-storage.js';
import { FilesRepository } from './files.repository.js';
import { Incoming } from './incoming.js';

const HOUR_MS = 3_600_000;
/** How long a file waits to be described, and how old anything is before it counts as left behind. */
const WAITS_MS = 24 * HOUR_MS;
/** Keys asked about at once. */
const BATCH = 500;

/** Removes files that nobody described, and what requests that ended in the middle have left. */
@Injectable()
export class FileSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('Files');
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: FilesRepository,
    private readonly storage: FileStorage,
    private readonly incoming: Incoming,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#sweepLater();
    }, HOUR_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks once. What was sent or kept less than a day ago is left alone: it may be on its way. */
  async sweep(): Promise<void> {
    const before = later(this.clock.now(), -WAITS_MS);
    for (const { assessmentId, id } of await this.repository.findForgotten(before)) {
      await this.unit.write({ untraced: 'file.waiting' }, () =>
        this.repository.removeWaiting(assessmentId, id),
      );
    }
    await this.#removeUnknown(Date.parse(before));
    await this.incoming.sweep(Date.parse(before));
  }

  /** What no row names any more, or never has. */
  async #removeUnknown(beforeMs: number): Promise<void> {
    let batch: string[] = [];
    for await (const { key, keptAtMs } of this.storage.all()) {
      if (keptAtMs >= beforeMs) continue;
      batch.push(key);
      if (batch.length < BATCH) continue;
      await this.#removeUnknownOf(batch);
      batch = [];
    }
    await this.#removeUnknownOf(batch);
  }

  async #removeUnknownOf(keys: readonly string[]): Promise<void> {
    const known = await this.repository.findKnownKeys(keys);
    for (const key of keys) if (!known.has(key)) await this.storage.remove(key);
  }

  /** What can't be removed now is removed the next time. */
  async #sweepLater(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      const reason = error instanceof Problem ? error.message : String(error);
      this.#log.warn(`Files that were left behind could not be removed: ${reason}`);
    }
  }
}
