import { Module } from '@nestjs/common';
import { FileRecordModule } from '../files/file-record.module.js';
import { EvidenceRecord } from './evidence-record.service.js';
import { EvidenceRepository } from './evidence.repository.js';

/** What is on record of evidence. Apart from `EvidenceModule`, which stands on assessments. */
@Module({
  imports: [FileRecordModule],
  providers: [EvidenceRepository, EvidenceRecord],
  exports: [EvidenceRepository, EvidenceRecord],
})
export class EvidenceRecordModule {}
