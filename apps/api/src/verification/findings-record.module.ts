import { Module } from '@nestjs/common';
import { FindingsRecord } from './findings-record.service.js';
import { FindingsRepository } from './findings.repository.js';

/** Reads findings. Apart from `VerificationModule`: scores are made from findings, and recording one makes scores. */
@Module({
  providers: [FindingsRepository, FindingsRecord],
  exports: [FindingsRepository, FindingsRecord],
})
export class FindingsRecordModule {}
