import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { FilesModule } from '../files/files.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { PeopleModule } from '../session/people.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceRecordModule } from './evidence-record.module.js';
import { EvidenceService } from './evidence.service.js';

/** Evidence for answers. */
@Module({
  imports: [AssessmentsModule, EvidenceRecordModule, FilesModule, PeopleModule, QuestionnairesModule],
  controllers: [EvidenceController],
  providers: [EvidenceService],
  exports: [EvidenceService],
})
export class EvidenceModule {}
