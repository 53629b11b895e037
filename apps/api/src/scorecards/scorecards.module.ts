import { Module } from '@nestjs/common';
import { AssessmentRecordModule } from '../assessments/record.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { FindingsRecordModule } from '../verification/findings-record.module.js';
import { ScorecardColumns } from './scorecard-columns.service.js';
import { ScorecardKeeper } from './scorecard-keeper.js';
import { ScorecardsController } from './scorecards.controller.js';
import { ScorecardsRepository } from './scorecards.repository.js';
import { ScorecardsService } from './scorecards.service.js';

/** Scores of assessments. */
@Module({
  imports: [AssessmentRecordModule, FindingsRecordModule, QuestionnairesModule],
  controllers: [ScorecardsController],
  providers: [ScorecardColumns, ScorecardKeeper, ScorecardsRepository, ScorecardsService],
  exports: [ScorecardsService],
})
export class ScorecardsModule {}
