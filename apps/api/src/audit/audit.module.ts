import { Global, Module } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import { ChainVerifier } from './chain-verifier.js';
import { Chain } from './chain.js';
import { Checkpoints } from './checkpoints.js';
import { Contents } from './contents.service.js';
import { Entries } from './entries.service.js';
import { StandingRowsRepository } from './standing-rows.repository.js';
import { Streams } from './streams.service.js';

/** The chains: whoever writes appends to one. */
@Global()
@Module({
  providers: [
    AuditRepository,
    Chain,
    ChainVerifier,
    Checkpoints,
    Contents,
    Entries,
    StandingRowsRepository,
    Streams,
  ],
  exports: [Chain, ChainVerifier, Checkpoints, Contents, Entries, StandingRowsRepository, Streams],
})
export class AuditModule {}
