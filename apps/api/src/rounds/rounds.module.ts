import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { HistoryModule } from '../audit/history.module.js';
import { ClarificationsModule } from '../clarifications/clarifications.module.js';
import { EvidenceRecordModule } from '../evidence/evidence-record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { PeopleModule } from '../session/people.module.js';
import { RoundDirectoryModule } from './round-directory.module.js';
import { RoundWaits } from './round-waits.service.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsService } from './rounds.service.js';

/** Rounds as those see them who watch over cities. */
@Module({
  imports: [
    AssessmentsModule,
    ClarificationsModule,
    EvidenceRecordModule,
    HistoryModule,
    PeopleModule,
    QuestionnairesModule,
    RoundDirectoryModule,
    ScorecardsModule,
  ],
  controllers: [RoundsController],
  providers: [RoundWaits, RoundsService],
})
export class RoundsModule {}
