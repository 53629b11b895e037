import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { PeopleModule } from '../session/people.module.js';
import { ClarificationsController } from './clarifications.controller.js';
import { ClarificationsList } from './clarifications-list.service.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import { ClarificationsService } from './clarifications.service.js';

/** What experts ask cities about their answers. */
@Module({
  imports: [AssessmentsModule, PeopleModule, QuestionnairesModule],
  controllers: [ClarificationsController],
  providers: [ClarificationsList, ClarificationsRepository, ClarificationsService],
  exports: [ClarificationsList, ClarificationsService],
})
export class ClarificationsModule {}
