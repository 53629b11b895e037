import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { FilesModule } from '../files/files.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { PeopleModule } from '../session/people.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';

/** Evidence for answers. */
@Module({
  imports: [AssessmentsModule, FilesModule, PeopleModule, QuestionnairesModule],
  controllers: [EvidenceController],
  providers: [EvidenceRepository, EvidenceService],
  exports: [EvidenceService],
})
export class EvidenceModule {}
