import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { PeopleModule } from '../session/people.module.js';
import { ActivityRepository } from './activity.repository.js';
import { Activity } from './activity.service.js';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { HistorySearch } from './history-search.js';
import { HistoryService } from './history.service.js';

/** What happened, for those who may see it. Apart from `AuditModule`, which is under everything that writes. */
@Module({
  imports: [AssessmentsModule, PeopleModule],
  controllers: [HistoryController],
  providers: [Activity, ActivityRepository, HistoryRepository, HistorySearch, HistoryService],
  exports: [Activity],
})
export class HistoryModule {}
