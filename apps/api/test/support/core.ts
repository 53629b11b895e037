import { AuditRepository } from '../../src/audit/audit.repository.js';
import { ChainVerifier } from '../../src/audit/chain-verifier.js';
import { Chain } from '../../src/audit/chain.js';
import { Checkpoints } from '../../src/audit/checkpoints.js';
import { Clock } from '../../src/config/clock.js';
import { Commits } from '../../src/database/commits.js';
import { openDatabase } from '../../src/database/data-source.js';
import type { Database } from '../../src/database/database.js';
import { Reads } from '../../src/database/reads.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import type { TestDatabase } from './databases.js';

/** What all features stand on, without HTTP. */
export interface Core {
  readonly database: Database;
  readonly commits: Commits;
  readonly unit: UnitOfWork;
  readonly reads: Reads;
  readonly audit: AuditRepository;
  readonly chain: Chain;
  readonly verifier: ChainVerifier;
  readonly checkpoints: Checkpoints;
  close(): Promise<void>;
}

/** Opens a database as the app does. */
export async function openCore(testDatabase: TestDatabase): Promise<Core> {
  const database = await openDatabase(testDatabase.place);
  const commits = new Commits();
  const unit = new UnitOfWork(database, new Clock(), commits);
  const reads = new Reads(database, unit);
  const audit = new AuditRepository(unit, reads);
  return {
    ...{ database, commits, unit, reads, audit },
    chain: new Chain(unit, audit),
    verifier: new ChainVerifier(audit),
    checkpoints: new Checkpoints(unit, audit),
    close: () => database.close(),
  };
}
