import { Module } from '@nestjs/common';
import { QuestionnairesController } from './questionnaires.controller.js';
import { QuestionnairesRepository } from './questionnaires.repository.js';
import { QuestionnairesService } from './questionnaires.service.js';
import { VersionRecord } from './version-record.service.js';

/** Published versions of questionnaires. */
@Module({
  controllers: [QuestionnairesController],
  providers: [QuestionnairesRepository, QuestionnairesService, VersionRecord],
  exports: [QuestionnairesService, VersionRecord],
})
export class QuestionnairesModule {}
