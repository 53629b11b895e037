import { Injectable } from '@nestjs/common';
import { Reads } from '../database/reads.js';

/** Asks whether there is anything at all. */
@Injectable()
export class DemoRepository {
  constructor(private readonly reads: Reads) {}

  /** Nobody has an account and nothing was ever recorded. */
  async isEmpty(): Promise<boolean> {
    const manager = this.reads.manager();
    for (const table of ['account', 'programme', 'stream_head'])
      if (await manager.createQueryBuilder().from(table, 'row').select('1').getRawOne()) return false;
    return true;
  }
}
