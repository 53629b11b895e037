import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditRepository } from './audit.repository.js';
import { checkpointHash, GENESIS } from './chain-hash.js';
import type { SealedHead } from './checkpoint.entity.js';

const EVERY_MS = 60 * 60_000;

/** Seals the ends of all chains once an hour and at shutdown: then removing the end of a chain shows, too. */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Checkpoints.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly audit: AuditRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#sealLater(), EVERY_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sealLater();
  }

  /** Seals all heads, unless nothing has been appended since the last time. */
  async seal(): Promise<void> {
    await this.unit.write({ untraced: 'checkpoint' }, async () => {
      // Several servers seal at the same hour: two that saw the same newest checkpoint would both follow it.
      await this.audit.lockHead('administration', '');
      const rows = await this.audit.heads();
      const heads = rows.map((row): SealedHead => [row.streamKind, row.streamId, row.sequence, row.hash]);
      const last = await this.audit.newestCheckpoint();
      if (heads.length === 0 || JSON.stringify(last?.heads) === JSON.stringify(heads)) return;
      const previousHash = last?.hash ?? GENESIS;
      const at = this.unit.now();
      const hash = checkpointHash(previousHash, at, heads);
      const sequence = (last?.sequence ?? 0) + 1;
      await this.audit.insertCheckpoint({ id: uuidv7(), sequence, at, heads, previousHash, hash });
    });
  }

  /** What can't be sealed now is sealed the next time. */
  async #sealLater(): Promise<void> {
    try {
      await this.seal();
    } catch (error) {
      this.#log.warn(`The chains could not be sealed: ${String(error)}`);
    }
  }
}
